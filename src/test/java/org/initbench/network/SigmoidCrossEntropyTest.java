package org.initbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Prevents a loss that mixes up examples and outputs, ignores masks, or is lost when a network is stored. */
class SigmoidCrossEntropyTest {

    private static final SigmoidCrossEntropy LOSS = new SigmoidCrossEntropy();
    private static final IActivation SIGMOID = new ActivationSigmoid();

    /** Loss ln 2 at 0; ln 4 − ln 3 where the class with probability 3/4 is right, ln 4 where it is wrong. */
    private static final double LN_3 = Math.log(3);

    private final INDArray logits = Nd4j.createFromArray(new double[][] {{0, LN_3}, {LN_3, -LN_3}, {0, 0}});
    private final INDArray labels = Nd4j.createFromArray(new double[][] {{1, 1}, {0, 0}, {0, 1}});
    private final double[] losses = {Math.log(2) + Math.log(4) - LN_3, 2 * Math.log(4) - LN_3, 2 * Math.log(2)};

    @Test
    void scoreArrayHasTheSumOverOutputsOfEachExample() {
        INDArray scores = LOSS.computeScoreArray(labels, logits, SIGMOID, null);
        assertThat(scores.shape()).containsExactly(3, 1);
        assertThat(scores.toDoubleVector()).containsExactly(losses, within(1e-15));
    }

    @Test
    void averageIsOverExamplesNotOutputs() {
        double sum = losses[0] + losses[1] + losses[2];
        assertThat(LOSS.computeScore(labels, logits, SIGMOID, null, false)).isCloseTo(sum, within(1e-15));
        assertThat(LOSS.computeScore(labels, logits, SIGMOID, null, true)).isCloseTo(sum / 3, within(1e-15));
    }

    @Test
    void memoryOrderOfLogitsDoesNotMatter() {
        INDArray columnMajor = logits.dup('f');
        assertThat(LOSS.computeScoreArray(labels, columnMajor, SIGMOID, null).toDoubleVector())
                .containsExactly(losses, within(1e-15));
        assertThat(LOSS.computeGradient(labels, columnMajor, SIGMOID, null).toDoubleMatrix())
                .isDeepEqualTo(
                        LOSS.computeGradient(labels, logits, SIGMOID, null).toDoubleMatrix());
    }

    @Test
    void gradientLeavesLogitsAndLabelsAsTheyWere() {
        INDArray logitsBefore = logits.dup();
        INDArray labelsBefore = labels.dup();
        LOSS.computeGradientAndScore(labels, logits, SIGMOID, null, true);
        assertThat(logits).isEqualTo(logitsBefore);
        assertThat(labels).isEqualTo(labelsBefore);
    }

    @Test
    void maskedExamplesCountForNothing() {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            INDArray mask = Nd4j.createFromArray(new double[][] {{1}, {0}, {1}}).castTo(type);
            assertThat(LOSS.computeScoreArray(labels, logits, SIGMOID, mask).toDoubleVector())
                    .containsExactly(new double[] {losses[0], 0, losses[2]}, within(1e-15));
            assertThat(LOSS.computeScore(labels, logits, SIGMOID, mask, false))
                    .isCloseTo(losses[0] + losses[2], within(1e-15));
            INDArray gradient = LOSS.computeGradient(labels, logits, SIGMOID, mask);
            assertThat(gradient.getRow(1).toDoubleVector()).containsExactly(0, 0);
            assertThat(gradient.getRow(2).toDoubleVector()).containsExactly(0.5, -0.5);
        }
    }

    @Test
    void singleOutputsCanBeMasked() {
        INDArray mask = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 1}});
        assertThat(LOSS.computeScoreArray(labels, logits, SIGMOID, mask).toDoubleVector())
                .containsExactly(new double[] {Math.log(2), Math.log(4) - LN_3, 2 * Math.log(2)}, within(1e-15));
    }

    @Test
    void gradientAndScoreAreThoseOfTheSingleMethods() {
        assertThat(LOSS.computeGradientAndScore(labels, logits, SIGMOID, null, true)
                        .getFirst())
                .isEqualTo(LOSS.computeScore(labels, logits, SIGMOID, null, true));
        assertThat(LOSS.computeGradientAndScore(labels, logits, SIGMOID, null, true)
                        .getSecond())
                .isEqualTo(LOSS.computeGradient(labels, logits, SIGMOID, null));
    }

    @Test
    void refusesAnOutputThatIsNotASigmoid() {
        IActivation softmax = new ActivationSoftmax();
        assertThatThrownBy(() -> LOSS.computeScore(labels, logits, softmax, null, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("softmax");
        assertThatThrownBy(() -> LOSS.computeScoreArray(labels, logits, softmax, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LOSS.computeGradient(labels, logits, softmax, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void survivesTheJsonOfAConfiguration() {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .list()
                .layer(new OutputLayer.Builder(LOSS)
                        .nIn(2)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .build();
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
        OutputLayer output = (OutputLayer) read.getConf(0).getLayer();
        assertThat(output.getLossFn()).isInstanceOf(SigmoidCrossEntropy.class);
        assertThat(read).isEqualTo(configuration);
    }
}
