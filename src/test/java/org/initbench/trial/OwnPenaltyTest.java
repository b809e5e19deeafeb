package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.config.Study;
import org.initbench.config.Training.Precision;
import org.initbench.data.Examples;
import org.initbench.data.TargetScale;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.probe.ProbeListener;
import org.initbench.probe.ProbeSettings;
import org.initbench.testing.Plans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Prevents a recorded loss that has a penalty in it which the network brought and the study knows nothing of. */
class OwnPenaltyTest {

    private static final Examples EXAMPLES =
            Examples.binary(new double[][] {{1, -2}, {0.5, 3}, {-1.5, 0.25}}, new int[] {1, 0, 1}, DataType.DOUBLE);

    /** What a layer may bring. */
    enum Penalty {
        NONE,
        L1,
        L2,
        WEIGHT_DECAY,
        L2_OF_BIASES;

        DenseLayer hidden() {
            DenseLayer.Builder layer = new DenseLayer.Builder().nIn(2).nOut(3).activation(Activation.TANH);
            switch (this) {
                case NONE -> {}
                case L1 -> layer.l1(5);
                case L2 -> layer.l2(5);
                case WEIGHT_DECAY -> layer.weightDecay(5);
                case L2_OF_BIASES -> layer.l2Bias(5);
            }
            return layer.build();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLossOfARecordedIterationIsThatOfTheDataAloneInAStack(Penalty penalty) {
        assertRecordsTheDataLoss(
                penalty,
                Network.of(base().list().layer(penalty.hidden()).layer(output()).build()));
    }

    @ParameterizedTest
    @EnumSource
    void theLossOfARecordedIterationIsThatOfTheDataAloneInAGraph(Penalty penalty) {
        assertRecordsTheDataLoss(
                penalty,
                Network.of(base().graphBuilder()
                        .addInputs("in")
                        .addLayer("hidden", penalty.hidden(), "in")
                        .addLayer("out", output(), "hidden")
                        .setOutputs("out")
                        .build()));
    }

    private static void assertRecordsTheDataLoss(Penalty penalty, Network network) {
        network.model().init();
        network.model()
                .setParams(Nd4j.linspace(-1, 1, network.model().numParams(), DataType.DOUBLE)
                        .reshape(1, network.model().numParams()));
        assertThat(network.isRegularised()).isEqualTo(penalty != Penalty.NONE);
        Study study = Plans.of("moons", "training.iterations=1,curves.every=1").study();
        Evaluation evaluation = new Evaluation(network, true, TargetScale.NONE);
        double before = Objects.requireNonNull(evaluation.of(EXAMPLES).loss());
        TrialData data = new TrialData("three", EXAMPLES, Optional.empty());
        Batches batches = new Batches(EXAMPLES, study.training(), 1, 0);
        ProbeListener probes = new ProbeListener(
                network.model(), new ProbeSettings(iteration -> false, 1, 0, new ProbeSettings.Extremes()), row -> {});
        Updates updates = new Updates(network, Updates.plan(network, data), study.probes(), probes);
        Trainer trainer = new Trainer(
                study,
                updates,
                evaluation,
                batches,
                data,
                TrainingSetup.rate(Trainings.plain(Precision.DOUBLE), 0.1),
                Optional.empty());
        assertThat(trainer.train().curve().get(0).train().loss()).isCloseTo(before, within(1e-12));
    }

    private static NeuralNetConfiguration.Builder base() {
        return new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE);
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.XENT)
                .nIn(3)
                .nOut(1)
                .activation(Activation.SIGMOID)
                .build();
    }
}
