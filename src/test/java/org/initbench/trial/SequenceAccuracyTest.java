package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.initbench.data.Examples;
import org.initbench.data.TargetScale;
import org.initbench.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Prevents accuracies above 1, which come of counting the steps of sequences and dividing by the sequences. */
class SequenceAccuracyTest {

    private static final int EXAMPLES = 3;
    private static final int STEPS = 4;

    /** The network says what it sees; of the 12 steps, 9 are labelled so. */
    @ParameterizedTest
    @CsvSource({"1,NCW", "2,NCW", "5,NCW", "2,NWC", "5,NWC"})
    void everyStepOfASequenceCountsOnce(int outputs, RNNFormat format) {
        Evaluation evaluation = new Evaluation(echo(outputs, format), true, TargetScale.NONE);
        Examples examples = examples(outputs, format);
        assertThat(evaluation.accuracy(examples)).isEqualTo(0.75);
        assertThat(evaluation.of(examples).accuracy()).isEqualTo(0.75);
    }

    /** As the score that DL4J trains by. */
    @ParameterizedTest
    @CsvSource({"1,NCW", "5,NCW", "5,NWC"})
    void theLossIsThatOfAnExample(int outputs, RNNFormat format) {
        Network network = echo(outputs, format);
        Examples examples = examples(outputs, format);
        network.computeGradients(examples.features(), examples.labels());
        double loss = Objects.requireNonNull(
                new Evaluation(network, true, TargetScale.NONE).of(examples).loss());
        assertThat(loss).isCloseTo(network.model().score(), within(1e-12));
    }

    private static Network echo(int outputs, RNNFormat format) {
        boolean isBinary = outputs == 1;
        Network network = Network.of(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .list()
                .layer(new RnnOutputLayer.Builder(isBinary ? LossFunction.XENT : LossFunction.MCXENT)
                        .nIn(outputs)
                        .nOut(outputs)
                        .dataFormat(format)
                        .activation(isBinary ? Activation.SIGMOID : Activation.SOFTMAX)
                        .build())
                .build());
        network.model().init();
        network.parameter("0_W").assign(Nd4j.eye(outputs).castTo(DataType.DOUBLE));
        network.parameter("0_b").assign(isBinary ? -0.5 : 0);
        return network;
    }

    private static Examples examples(int outputs, RNNFormat format) {
        INDArray features = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, outputs, STEPS);
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, outputs, STEPS);
        int classes = Math.max(2, outputs);
        for (int example = 0; example < EXAMPLES; example++) {
            for (int step = 0; step < STEPS; step++) {
                int seen = (example + 2 * step + step / 2) % classes;
                int expected = step == 3 ? (seen + 1) % classes : seen;
                mark(features, example, seen, step);
                mark(labels, example, expected, step);
            }
        }
        return format == RNNFormat.NCW
                ? new Examples(features, labels)
                : new Examples(
                        features.permute(0, 2, 1).dup('c'),
                        labels.permute(0, 2, 1).dup('c'));
    }

    private static void mark(INDArray array, int example, int label, int step) {
        boolean isBinary = array.size(1) == 1;
        array.putScalar(example, isBinary ? 0 : label, step, isBinary ? label : 1);
    }
}
