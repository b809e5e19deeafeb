package org.initbench.trial;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initbench.config.Training;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.network.OwnRates;
import org.initbench.network.WeightLayer;
import org.initbench.result.TrialKey;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The network of a trial, built at two learning rates that no study has, so that it shows what follows the study and what the
 * scenario brings.
 *
 * @param layers with weights
 * @param type of the network
 * @param hasConstantRates whether its own rates can be multiplied
 */
record NetworkLook(List<Layer> layers, DataType type, boolean hasConstantRates) {

    private static final double ONE_RATE = 0.0123456789;
    private static final double OTHER_RATE = 0.0987654321;

    /** A layer as it is built at one rate, and at the other. */
    record Layer(WeightLayer one, WeightLayer other) {

        String name() {
            return one.name();
        }

        boolean hasRate() {
            return one.updater().hasLearningRate();
        }

        double rate() {
            return one.updater().getLearningRate(0, 0);
        }

        boolean followsTheStudy() {
            return hasRate() && rate() != other.updater().getLearningRate(0, 0);
        }

        String updater() {
            return one.updater() instanceof NoOp
                    ? "none"
                    : one.updater().getClass().getSimpleName();
        }
    }

    /** A look at a trial's network, which is not initialized; empty where it cannot be built, which the trial will tell. */
    static Optional<NetworkLook> at(Trial trial) {
        try {
            return Optional.of(on(trial, unasked()));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError asksTheData) {
            try {
                return Optional.of(on(trial, trial.data()));
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError failure) {
                return Optional.empty();
            }
        }
    }

    /** The network of a trial, which is not initialized. */
    static Network network(Trial trial) {
        try {
            return network(trial, unasked(), trial.key().learningRate());
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError asksTheData) {
            return network(trial, trial.data(), trial.key().learningRate());
        }
    }

    private static NetworkLook on(Trial trial, TrialData data) {
        Network one = network(trial, data, ONE_RATE);
        List<WeightLayer> atOne = one.layers();
        boolean hasConstantRates = OwnRates.first(one).isPresent();
        List<WeightLayer> atOther = network(trial, data, OTHER_RATE).layers();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < atOne.size(); i++) {
            layers.add(new Layer(atOne.get(i), atOther.get(i)));
        }
        return new NetworkLook(List.copyOf(layers), one.dataType(), hasConstantRates);
    }

    private static Network network(Trial trial, TrialData data, double rate) {
        Training training = trial.study().training().atConstantRate();
        TrialKey key = trial.key();
        TrialKey atRate = new TrialKey(key.scenario(), key.variant(), key.init(), rate, key.repetition());
        return trial.scenario()
                .network(TrainingSetup.builder(training, atRate, trial.study().seed()), data);
    }

    /**
     * In place of data that most networks do not depend on, and that may take long to make, or go wrong in ways that are the
     * trial's affair: to look into them is an error.
     */
    private static TrialData unasked() {
        INDArray nothing = (INDArray) Proxy.newProxyInstance(
                INDArray.class.getClassLoader(), new Class<?>[] {INDArray.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException("there are no data yet");
                });
        Examples examples = new Examples(nothing, nothing);
        return new TrialData("", examples, Optional.of(examples));
    }
}
