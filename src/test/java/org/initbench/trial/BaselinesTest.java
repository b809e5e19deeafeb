package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.initbench.data.Examples;
import org.initbench.network.Network;
import org.initbench.network.SigmoidCrossEntropy;
import org.initbench.result.Baseline;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Prevents a share, an entropy or a chance that is not that of the loss in use: each is held against what a network scores that
 * gives the best constant answer, or zeros before its last activation.
 */
class BaselinesTest {

    private static final double[][] ANY = {{1}, {2}, {3}, {4}};

    @Test
    void ofClassesTheEntropyOfTheirShares() {
        Examples examples = Examples.oneHot(ANY, new int[] {0, 0, 1, 2}, 3, DataType.DOUBLE);
        Network network = network(new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX), 3);
        Baseline baseline = baseline(network, examples, true);
        assertThat(baseline.labels()).isEqualTo(4);
        assertThat(baseline.largestShare()).isEqualTo(0.5);
        assertThat(baseline.constantLoss()).isCloseTo(1.5 * Math.log(2), within(1e-12));
        assertThat(baseline.chanceLoss()).isCloseTo(Math.log(3), within(1e-12));
        assertThat(score(network, examples, 0, 0, 0))
                .isCloseTo(Objects.requireNonNull(baseline.chanceLoss()), within(1e-9));
        assertThat(score(network, examples, Math.log(2), 0, 0))
                .isCloseTo(Objects.requireNonNull(baseline.constantLoss()), within(1e-9));
    }

    @Test
    void ofTwoClassesTheEntropyOfOneShare() {
        Examples examples = Examples.binary(ANY, new int[] {0, 1, 1, 1}, DataType.DOUBLE);
        Network network = network(new OutputLayer.Builder(new SigmoidCrossEntropy()).activation(Activation.SIGMOID), 1);
        Baseline baseline = baseline(network, examples, true);
        assertThat(baseline.largestShare()).isEqualTo(0.75);
        assertThat(score(network, examples, 0)).isCloseTo(Objects.requireNonNull(baseline.chanceLoss()), within(1e-9));
        assertThat(score(network, examples, Math.log(3)))
                .isCloseTo(Objects.requireNonNull(baseline.constantLoss()), within(1e-9));
    }

    @Test
    void ofValuesTheirVariance() {
        Examples examples = Examples.of(ANY, new double[][] {{1, 2}, {3, 2}, {5, 4}, {7, 0}}, DataType.DOUBLE);
        Network network = network(new OutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY), 2);
        Baseline baseline = baseline(network, examples, false);
        assertThat(baseline.largestShare()).isNull();
        assertThat(score(network, examples, 0, 0))
                .isCloseTo(Objects.requireNonNull(baseline.chanceLoss()), within(1e-9));
        assertThat(score(network, examples, 4, 2))
                .isCloseTo(Objects.requireNonNull(baseline.constantLoss()), within(1e-9));
    }

    @Test
    void ofSequencesEachStepIsALabel() {
        double[][][] steps = {{{1, 0, 1, 1}, {0, 1, 0, 0}}, {{1, 1, 1, 0}, {0, 0, 0, 1}}};
        Examples examples = new Examples(Nd4j.rand(DataType.DOUBLE, 2, 1, 4), Nd4j.createFromArray(steps));
        Network network = network(new RnnOutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX), 2);
        Baseline baseline = baseline(network, examples, true);
        assertThat(baseline.labels()).isEqualTo(8);
        assertThat(baseline.largestShare()).isEqualTo(0.75);
        assertThat(score(network, examples, 0, 0))
                .isCloseTo(Objects.requireNonNull(baseline.chanceLoss()), within(1e-9));
        assertThat(score(network, examples, Math.log(3), 0))
                .isCloseTo(Objects.requireNonNull(baseline.constantLoss()), within(1e-9));
    }

    @Test
    void ofOtherLossesNothingIsKnown() {
        Examples examples = Examples.of(ANY, new double[][] {{1}, {3}, {5}, {7}}, DataType.DOUBLE);
        Network network = network(new OutputLayer.Builder(LossFunction.L1).activation(Activation.IDENTITY), 1);
        assertThat(baseline(network, examples, false)).isEqualTo(new Baseline(4, null, null, null));
    }

    private static Baseline baseline(Network network, Examples examples, boolean isClassifier) {
        return Objects.requireNonNull(new Baselines(network, isClassifier).of(examples));
    }

    private static Network network(BaseOutputLayer.Builder<?> output, int outputs) {
        output.setNIn(1);
        output.setNOut(outputs);
        Network network = Network.of(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .list()
                .layer(output.build())
                .build());
        network.model().init();
        return network;
    }

    /** Mean loss of an example where these are the pre-activations of all. */
    private static double score(Network network, Examples examples, double... biases) {
        network.parameter("0_W").assign(0);
        network.parameter("0_b").assign(Nd4j.createFromArray(biases).reshape(1, biases.length));
        return network.losses(new DataSet(examples.features(), examples.labels()))
                .meanNumber()
                .doubleValue();
    }
}
