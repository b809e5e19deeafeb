package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Prevents a layer's weights from depending on anything but study seed, repetition, layer and parameter. */
class SeedingTest {

    @Test
    void theSameSeedGivesTheSameWeights() {
        assertThat(first(Seeding.independent(1, 0))).isEqualTo(first(Seeding.independent(1, 0)));
    }

    @Test
    void anotherSeedOrRepetitionGivesOtherWeights() {
        assertThat(first(Seeding.independent(2, 0))).doesNotContain(first(Seeding.independent(1, 0)));
        assertThat(first(Seeding.independent(1, 1))).doesNotContain(first(Seeding.independent(1, 0)));
        assertThat(first(Seeding.independent(0, 1))).doesNotContain(first(Seeding.independent(1, 0)));
    }

    @Test
    void layersOfOneShapeHaveWeightsOfTheirOwn() {
        double[][] weights = stack(Seeding.independent(1, 0), 3);
        assertThat(weights[1]).doesNotContain(weights[0]);
        assertThat(weights[2]).doesNotContain(weights[1]);
    }

    @Test
    void recurrentWeightsAreNotThoseOfTheInput() {
        MultiLayerNetwork network = Networks.initialized(
                Networks.of(DataType.DOUBLE, Networks.recurrent(4, 4)), "he_normal", Seeding.independent(1, 0));
        assertThat(values(network.getParam("0_RW"))).doesNotContain(values(network.getParam("0_W")));
    }

    @Test
    void addingALayerLeavesTheWeightsOfTheOthers() {
        double[][] three = stack(Seeding.independent(1, 0), 3);
        double[][] four = stack(Seeding.independent(1, 0), 4);
        assertThat(Arrays.copyOf(four, 3)).isDeepEqualTo(three);
    }

    @Test
    void theWeightsOfALayerDoNotDependOnTheWidthOfAnother() {
        assertThat(below(9)).isEqualTo(below(2));
    }

    private static double[] below(int outputs) {
        return values(Networks.initialized(
                        Networks.of(DataType.DOUBLE, Networks.dense(4, 4), Networks.output(4, outputs)),
                        "normal(1)",
                        Seeding.independent(1, 0))
                .getParam("0_W"));
    }

    private static double[] first(Seeding seeding) {
        return stack(seeding, 1)[0];
    }

    /** The weights of layers of 4 units on 4 inputs. */
    private static double[][] stack(Seeding seeding, int depth) {
        Layer[] layers = new Layer[depth];
        Arrays.setAll(layers, layer -> Networks.dense(4, 4));
        MultiLayerNetwork network = Networks.initialized(Networks.of(DataType.DOUBLE, layers), "he_normal", seeding);
        double[][] weights = new double[depth][];
        Arrays.setAll(weights, layer -> values(network.getParam(layer + "_W")));
        return weights;
    }

    private static double[] values(INDArray weights) {
        return weights.dup('c').data().asDouble();
    }
}
