package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.initbench.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Prevents a rule for transformers from scaling queries, by the wrong depth, or the wrong end of a branch. Each mean square is of 1,024 weights at
 * least, and further off with probability 4e-8.
 */
class TransformerWeightsTest {

    private static final int LAYERS = 3;
    private static final int WIDTH = 32;
    private static final int FEED_FORWARD = 128;
    private static final int WORDS = 100;

    @ParameterizedTest
    @CsvSource({
        "t_fixup, query, 0.03125",
        "t_fixup, value, 0.0080994",
        "t_fixup, projection, 0.0080994",
        "t_fixup, ff1, 0.00323966",
        "t_fixup, ff2, 0.00323966",
        "t_fixup, embed, 0.00601407",
        "deepnet, query, 0.03125",
        "deepnet, value, 0.00637888",
        "deepnet, projection, 0.00637888",
        "deepnet, ff1, 0.00255155",
        "deepnet, ff2, 0.00255155",
        "deepnet, embed, 0.03125",
        "gpt2, query, 0.0004",
        "gpt2, value, 0.0004",
        "gpt2, projection, 0.0000666667",
        "gpt2, ff1, 0.0004",
        "gpt2, ff2, 0.0000666667",
        "gpt2, embed, 0.0004",
        "zero_residual, query, 0.0625",
        "zero_residual, value, 0.0625",
        "zero_residual, projection, 0",
        "zero_residual, ff1, 0.0625",
        "zero_residual, ff2, 0"
    })
    void everyMatrixHasTheVarianceOfItsPlace(String spec, String place, double variance) {
        ComputationGraph network = encoder(spec);
        String parameter =
                switch (place) {
                    case "query" -> "attention1_Wq";
                    case "value" -> "attention1_Wv";
                    case "projection" -> "attention1_Wo";
                    case "embed" -> "embed_W";
                    default -> place + "_1_W";
                };
        double[] weights = network.getParam(parameter).dup().ravel().toDoubleVector();
        double meanSquare =
                Arrays.stream(weights).map(each -> each * each).average().orElseThrow();
        assertThat(meanSquare).isCloseTo(variance, within(variance * 5.5 * Math.sqrt(2.0 / weights.length)));
        Initializer initializer = Catalog.parse(spec).initializer();
        for (Slot slot : Initialization.slots(Network.of(network))) {
            if (place.equals("ff1") && slot.branch() != null && slot.layer() == 2) {
                initializer.variance(slot).ifPresent(named -> assertThat(named)
                        .isCloseTo(variance, within(variance * 1e-5)));
            }
        }
    }

    @Test
    void withoutBranchesTheyAreRefused() {
        assertThatThrownBy(() -> Networks.initialized(
                        Networks.of(DataType.DOUBLE, Networks.dense(4, 3), Networks.output(3, 2)),
                        "t_fixup",
                        Seeding.independent(1, 0)))
                .isInstanceOf(UnsuitableInitializerException.class)
                .hasMessage("t_fixup needs residual branches, and this network has none");
    }

    private static ComputationGraph encoder(String spec) {
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .graphBuilder()
                .addInputs("words")
                .setInputTypes(InputType.recurrent(1, 6))
                .addLayer(
                        "embed",
                        new EmbeddingSequenceLayer.Builder()
                                .nIn(WORDS)
                                .nOut(WIDTH)
                                .build(),
                        "words");
        String last = "embed";
        for (int i = 0; i < LAYERS; i++) {
            graph.addLayer(
                            "attention" + i,
                            new SelfAttentionLayer.Builder()
                                    .nIn(WIDTH)
                                    .nOut(WIDTH)
                                    .nHeads(2)
                                    .projectInput(true)
                                    .build(),
                            last)
                    .addVertex("sum" + i, new ElementWiseVertex(ElementWiseVertex.Op.Add), "attention" + i, last)
                    .addLayer("ff1_" + i, dense(WIDTH, FEED_FORWARD), "sum" + i)
                    .addLayer("ff2_" + i, dense(FEED_FORWARD, WIDTH), "ff1_" + i)
                    .addVertex("out" + i, new ElementWiseVertex(ElementWiseVertex.Op.Add), "ff2_" + i, "sum" + i);
            last = "out" + i;
        }
        graph.addLayer("mean", new GlobalPoolingLayer(), last)
                .addLayer(
                        "classes",
                        new OutputLayer.Builder()
                                .nIn(WIDTH)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "mean")
                .setOutputs("classes");
        return Initialization.initialize(
                graph.build(), Catalog.parse(spec), Seeding.independent(1, 0), Nd4j.zeros(DataType.DOUBLE, 1, 1));
    }

    private static TimeDistributed dense(int inputs, int units) {
        return new TimeDistributed(new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(units)
                .activation(Activation.RELU)
                .build());
    }
}
