package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.initbench.network.Network;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against predictions that look right for one layer and drift from what is measured in the next. */
class TheoryColumnTest {

    private static final int REPETITIONS = 50;
    private static final double WIDTH = 100;

    /**
     * Of one input, the second moment after L ReLU layers of n units spreads by √((1 + 5/n)^L − 1) around its mean. Five
     * standard errors over 50 repetitions: a false alarm in about 6 of 10 million layers.
     */
    @ParameterizedTest
    @CsvSource({"he_normal", "lecun_normal"})
    void reluAgreesWithTheoryWithinItsFiniteWidthError(String init) {
        List<TrialResult> trials = run("relu", init);
        for (int layer = 0; layer < 5; layer++) {
            double spread = Math.sqrt(Math.pow(1 + 5 / WIDTH, layer + 1) - 1);
            assertThat(Mean.of(ratiosOfSecondMoments(trials, layer)).getAsDouble())
                    .isCloseTo(1, within(5 * spread / Math.sqrt(REPETITIONS)));
        }
    }

    /**
     * Saturating activations have a bias of order 1/n on top, here 1 %; the rest is five standard errors of the mean over
     * repetitions, a false alarm in about 6 of 10 million layers.
     */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "tanh,lecun_normal",
        "tanh,he_normal",
        "tanh,normal(1)",
        "sigmoid,lecun_normal",
        "sigmoid,normal(1)",
        "tanh,critical(0.3)",
        "elu,unit_variance",
        "selu,lecun_normal",
        "selu,he_normal"
    })
    void otherActivationsAgreeWithTheoryWithinTheirFiniteWidthError(String activation, String init) {
        List<TrialResult> trials = run(activation, init);
        for (int layer = 0; layer < 5; layer++) {
            double[] ratios = ratiosOfSecondMoments(trials, layer);
            double standardError = StandardDeviation.of(ratios).getAsDouble() / Math.sqrt(REPETITIONS);
            assertThat(Mean.of(ratios).getAsDouble()).isCloseTo(1, within(1 / WIDTH + 5 * standardError));
            assertThat(standardError).isLessThan(0.02);
        }
    }

    /** Five standard errors and 1/n as above; those of functions without a bound are at most relu's, see the first test. */
    @ParameterizedTest
    @CsvSource({"gelu,unit_variance", "gelu,he_normal", "swish,unit_variance"})
    void smoothRelusAgreeWithTheoryWithinTheFiniteWidthErrorOfRelu(String activation, String init) {
        List<TrialResult> trials = run(activation, init);
        for (int layer = 0; layer < 5; layer++) {
            double[] ratios = ratiosOfSecondMoments(trials, layer);
            double spread = Math.sqrt(Math.pow(1 + 5 / WIDTH, layer + 1) - 1);
            double standardError = StandardDeviation.of(ratios).getAsDouble() / Math.sqrt(REPETITIONS);
            assertThat(Mean.of(ratios).getAsDouble()).isCloseTo(1, within(1 / WIDTH + 5 * standardError));
            assertThat(standardError).isLessThan(spread / Math.sqrt(REPETITIONS));
        }
    }

    @Test
    void onlySignalsAndGradientsBeforeTheLastHiddenLayerAtIterationZeroArePredicted() {
        TrialResult trial = Studies.run("moons", "initializers=[he_normal],training.iterations=2,probes.at=[0,1]")
                .get(0);
        assertThat(trial.layers()).allSatisfy(row -> {
            boolean predicted =
                    switch (row.quantity()) {
                        case PREACTIVATION, ACTIVATION -> row.iteration() == 0;
                        case ACTIVATION_GRADIENT -> row.iteration() == 0 && row.layer() == 0;
                        default -> false;
                    };
            assertThat(row.theoryRms() != null).isEqualTo(predicted);
        });
    }

    /**
     * Five standard errors and 1/n as above. On its way back through k ReLU layers of n units, the squared length of a gradient spreads by
     * √((1 + 5/n)^k − 1) at most, and so do those of the others.
     */
    @ParameterizedTest
    @CsvSource({"relu,he_normal", "relu,lecun_normal", "tanh,lecun_normal", "tanh,he_normal"})
    void gradientsAgreeWithTheoryWithinTheFiniteWidthErrorOfRelu(String activation, String init) {
        List<TrialResult> trials = Studies.run(
                "classification",
                "network.hidden=[100,100,100,100,100],network.activation=" + activation + ",initializers=[" + init
                        + "],data.samples=100,training.epochs=1,training.batchSize=0,probes.at=[0],repetitions="
                        + REPETITIONS);
        for (int layer = 0; layer < 4; layer++) {
            double[] ratios = ratiosOfSecondMoments(trials, layer, Quantity.ACTIVATION_GRADIENT);
            double spread = Math.sqrt(Math.pow(1 + 5 / WIDTH, 4 - layer) - 1);
            double standardError = StandardDeviation.of(ratios).getAsDouble() / Math.sqrt(REPETITIONS);
            assertThat(Mean.of(ratios).getAsDouble()).isCloseTo(1, within(1 / WIDTH + 5 * standardError));
            assertThat(standardError).isLessThan(spread / Math.sqrt(REPETITIONS));
        }
    }

    /** Normalization, dropout and noise inside of a layer change what goes through it. */
    @Test
    void layersThatDoMoreThanWeighAndActivateAreNoPlainStack() {
        assertThat(stack(new DenseLayer.Builder()).isPlainStack()).isTrue();
        assertThat(stack(new DenseLayer.Builder().hasLayerNorm(true)).isPlainStack())
                .isFalse();
        assertThat(stack(new DenseLayer.Builder().dropOut(0.5)).isPlainStack()).isFalse();
        assertThat(stack(new DenseLayer.Builder().weightNoise(new DropConnect(0.5)))
                        .isPlainStack())
                .isFalse();
    }

    private static Network stack(DenseLayer.Builder layer) {
        return Network.of(new NeuralNetConfiguration.Builder()
                .list()
                .layer(layer.nIn(3).nOut(4).build())
                .layer(new DenseLayer.Builder().nIn(4).nOut(2).build())
                .build());
    }

    @Test
    void biasesThatALayerDoesNotHaveAreNotCounted() {
        LayerRow with = activation(run("tanh", "critical(0.3)", 1).get(0), 4);
        LayerRow without = activation(
                Studies.run("activations", "network.activation=tanh,initializers=[critical(0.3)],repetitions=1")
                        .get(0),
                4);
        assertThat(without.theoryRms()).isNotNull().isLessThan(with.theoryRms());
    }

    @Test
    void anInitializerWithoutAPromisedVarianceHasNoPrediction() {
        assertThat(run("tanh", "constant(0.1)", 1).get(0).layers()).allMatch(row -> row.theoryRms() == null);
    }

    private static List<TrialResult> run(String activation, String init) {
        return run(activation, init, REPETITIONS);
    }

    private static List<TrialResult> run(String activation, String init, int repetitions) {
        return Studies.run(
                "activations",
                "network.bias=true,network.activation=" + activation + ",initializers=[" + init + "],repetitions="
                        + repetitions);
    }

    private static double[] ratiosOfSecondMoments(List<TrialResult> trials, int layer) {
        return ratiosOfSecondMoments(trials, layer, Quantity.ACTIVATION);
    }

    private static double[] ratiosOfSecondMoments(List<TrialResult> trials, int layer, Quantity quantity) {
        return trials.stream()
                .map(trial -> row(trial, layer, quantity))
                .mapToDouble(row -> Math.pow(row.statistics().rms() / Objects.requireNonNull(row.theoryRms()), 2))
                .toArray();
    }

    private static LayerRow activation(TrialResult trial, int layer) {
        return row(trial, layer, Quantity.ACTIVATION);
    }

    private static LayerRow row(TrialResult trial, int layer, Quantity quantity) {
        return trial.layers().stream()
                .filter(row -> row.layer() == layer && row.quantity() == quantity)
                .findFirst()
                .orElseThrow();
    }
}
