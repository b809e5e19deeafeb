package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.network.Role;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Prevents weights from arriving in a DL4J network transposed, or in the wrong layer. */
class WeightLayoutTest {

    private static final Seeding SEEDING = Seeding.independent(7, 2);

    @Test
    void denseAndOutputLayersHoldTheWeightsIntoAUnitInAColumn() {
        MultiLayerNetwork network = network(Networks.dense(3, 4), Networks.output(4, 2));
        assertMatrix(network.getParam("0_W"), drawn(Role.INPUT, 0, "W", 3, 4), 3, 4);
        assertMatrix(network.getParam("1_W"), drawn(Role.INPUT, 1, "W", 4, 2), 4, 2);
    }

    @Test
    void recurrentLayersHoldInputAndRecurrentWeights() {
        MultiLayerNetwork network = network(Networks.recurrent(3, 4), Networks.output(4, 2));
        assertMatrix(network.getParam("0_W"), drawn(Role.INPUT, 0, "W", 3, 4), 3, 4);
        assertMatrix(network.getParam("0_RW"), drawn(Role.RECURRENT, 0, "RW", 4, 4), 4, 4);
        assertMatrix(network.getParam("1_W"), drawn(Role.INPUT, 1, "W", 4, 2), 4, 2);
    }

    @Test
    void embeddingsHoldTheVocabularyInRows() {
        double[] drawn = drawn(Role.EMBEDDING, 0, "W", 6, 4);
        assertMatrix(network(Networks.embedding(), Networks.output(4, 2)).getParam("0_W"), drawn, 6, 4);
        assertMatrix(
                network(Networks.embeddingSequence(), Networks.recurrent(4, 2)).getParam("0_W"), drawn, 6, 4);
    }

    @Test
    void aKernelIsOneRowPerOutputChannel() {
        INDArray weights = network(Networks.convolution(), Networks.pooling()).getParam("0_W");
        double[] drawn = drawn(Role.INPUT, 0, "W", 5, 4, 2, 3);
        assertThat(weights.shape()).containsExactly(5, 4, 2, 3);
        for (int index = 0; index < drawn.length; index++) {
            int unit = index / 24;
            int channel = index % 24 / 6;
            int row = index % 6 / 3;
            assertThat(weights.getDouble(unit, channel, row, index % 3)).isEqualTo(drawn[index]);
        }
    }

    @Test
    void aLayerWithoutWeightsIsNotCounted() {
        MultiLayerNetwork network = network(Networks.convolution(), Networks.pooling(), Networks.output(5, 2));
        assertMatrix(network.getParam("2_W"), drawn(Role.INPUT, 1, "W", 5, 2), 5, 2);
    }

    @Test
    void floatNetworksHoldTheSameWeightsRounded() {
        INDArray single = Networks.initialized(
                        Networks.of(DataType.FLOAT, Networks.dense(3, 4), Networks.output(4, 2)), "he_normal", SEEDING)
                .getParam("0_W");
        double[] drawn = drawn(Role.INPUT, 0, "W", 3, 4);
        assertThat(single.dataType()).isEqualTo(DataType.FLOAT);
        assertThat(single.getFloat(2, 3)).isEqualTo((float) drawn[3 * 3 + 2]);
    }

    @Test
    void biasesAreZeroWhateverTheConfigurationSaid() {
        MultiLayerNetwork network = Networks.initialized(
                Networks.of(
                        DataType.DOUBLE,
                        new DenseLayer.Builder().nIn(3).nOut(4).biasInit(0.5).build(),
                        Networks.recurrent(4, 2)),
                "he_normal",
                SEEDING);
        assertThat(network.getParam("0_b").toDoubleVector()).hasSize(4).containsOnly(0);
        assertThat(network.getParam("1_b").toDoubleVector()).hasSize(2).containsOnly(0);
    }

    private static MultiLayerNetwork network(Layer... layers) {
        return Networks.initialized(Networks.of(DataType.DOUBLE, layers), "he_normal", SEEDING);
    }

    private static void assertMatrix(INDArray weights, double[] drawn, int inputs, int units) {
        assertThat(weights.shape()).containsExactly(inputs, units);
        for (int unit = 0; unit < units; unit++) {
            for (int input = 0; input < inputs; input++) {
                assertThat(weights.getDouble(input, unit)).isEqualTo(drawn[unit * inputs + input]);
            }
        }
    }

    private static double[] drawn(Role role, int layer, String parameter, long... shape) {
        Slot slot = slot(role, layer, parameter, shape);
        return he().weights(slot, SEEDING.weights().apply(slot));
    }

    private static Initializer he() {
        return Catalog.parse("he_normal").initializer();
    }

    private static Slot slot(Role role, int layer, String parameter, long... shape) {
        List<Long> boxed = Arrays.stream(shape).boxed().toList();
        return new Slot(layer, 2, parameter, role, boxed, new ActivationTanH());
    }
}
