package org.initbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initbench.testing.FiniteDifferences.assertGradients;
import static org.initbench.testing.FiniteDifferences.random;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Guards against layers of transformers whose gradients are not those of what they compute, and against another attention than DL4J's. */
class OwnLayersTest {

    private static final int EXAMPLES = 3;
    private static final int SIZE = 4;
    private static final int STEPS = 5;

    static Stream<Layer> layers() {
        return Stream.of(LayerNormalization.of(SIZE), PositionEmbedding.of(STEPS + 2, SIZE), SelfAttention.of(SIZE, 2));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsAreThoseOfFiniteDifferences(Layer layer) {
        assertGradients(
                stack(
                        InputType.recurrent(2),
                        recurrent(),
                        layer,
                        new RnnOutputLayer.Builder()
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build()),
                random(EXAMPLES, 2, STEPS),
                stepLabels(),
                null);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsOfPaddedSequencesAreThoseOfFiniteDifferences(Layer layer) {
        INDArray mask = Nd4j.createFromArray(new double[][] {{1, 1, 1, 1, 1}, {1, 1, 1, 0, 0}, {1, 0, 0, 0, 0}});
        assertGradients(
                stack(InputType.recurrent(2), recurrent(), layer, new GlobalPoolingLayer(PoolingType.AVG), output()),
                random(EXAMPLES, 2, STEPS),
                labels(),
                mask);
    }

    @Test
    void normalizationOfPlainExamplesHasTheGradientsOfFiniteDifferences() {
        assertGradients(
                stack(InputType.feedForward(SIZE), LayerNormalization.of(SIZE), output()),
                random(EXAMPLES, SIZE),
                labels(),
                null);
    }

    /** Each step has mean b and deviation g over its features; where all are equal, b is left. */
    @Test
    void normalizationMakesMeansZeroAndVariancesOne() {
        MultiLayerNetwork network = stack(InputType.recurrent(SIZE), LayerNormalization.of(SIZE), stepOutput());
        network.init();
        INDArray input = random(EXAMPLES, SIZE, STEPS).muli(7).addi(3);
        input.tensorAlongDimension(0, 1).assign(2);
        INDArray normalized = network.feedForward(input).get(1);
        for (int step = 1; step < EXAMPLES * STEPS; step++) {
            INDArray features = normalized.tensorAlongDimension(step, 1);
            assertThat(features.meanNumber().doubleValue()).isCloseTo(0, within(1e-12));
            assertThat(features.norm2Number().doubleValue()).isCloseTo(Math.sqrt(SIZE), within(1e-4));
        }
        assertThat(normalized.tensorAlongDimension(0, 1).toDoubleVector()).containsOnly(0);
    }

    @Test
    void attentionIsThatOfDl4jsLayer() {
        MultiLayerNetwork own = stack(InputType.recurrent(SIZE), SelfAttention.of(SIZE, 2), stepOutput());
        MultiLayerNetwork theirs = stack(
                InputType.recurrent(SIZE),
                new SelfAttentionLayer.Builder()
                        .nIn(SIZE)
                        .nOut(SIZE)
                        .nHeads(2)
                        .projectInput(true)
                        .build(),
                stepOutput());
        own.init();
        theirs.init();
        for (String key : new String[] {"Wq", "Wk", "Wv"}) {
            INDArray byHead = theirs.getParam("0_" + key);
            byHead.assign(own.getParam("0_" + key).transpose().dup('c').reshape('c', byHead.shape()));
        }
        theirs.getParam("0_Wo").assign(own.getParam("0_Wo"));
        INDArray input = random(EXAMPLES, SIZE, STEPS);
        assertThat(own.feedForward(input)
                        .get(1)
                        .distance2(theirs.feedForward(input).get(1)))
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void readBackTheyAreTheSame() {
        layers().forEach(layer -> {
            MultiLayerConfiguration configuration =
                    stack(InputType.recurrent(SIZE), layer, stepOutput()).getLayerWiseConfigurations();
            MultiLayerConfiguration again = MultiLayerConfiguration.fromJson(configuration.toJson());
            assertThat(again).isEqualTo(configuration);
            assertThat(again.getConf(0).getLayer())
                    .isEqualTo(configuration.getConf(0).getLayer());
        });
        assertThat(LayerNormalization.of(2)).isNotEqualTo(LayerNormalization.of(3));
        assertThat(PositionEmbedding.of(2, 3)).isNotEqualTo(PositionEmbedding.of(3, 3));
        assertThat(SelfAttention.of(4, 2)).isNotEqualTo(SelfAttention.of(4, 4));
    }

    private static MultiLayerNetwork stack(InputType input, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .weightInit(WeightInit.XAVIER)
                .updater(new NoOp())
                .list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        return new MultiLayerNetwork(list.setInputType(input).build());
    }

    private static SimpleRnn recurrent() {
        return new SimpleRnn.Builder().nOut(SIZE).activation(Activation.TANH).build();
    }

    private static RnnOutputLayer stepOutput() {
        return new RnnOutputLayer.Builder()
                .nIn(SIZE)
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder()
                .nIn(SIZE)
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static INDArray labels() {
        return Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {0, 1}});
    }

    private static INDArray stepLabels() {
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, 2, STEPS);
        for (int step = 0; step < STEPS; step++) {
            for (int example = 0; example < EXAMPLES; example++) {
                labels.putScalar(new int[] {example, (step + example) % 2, step}, 1);
            }
        }
        return labels;
    }
}
