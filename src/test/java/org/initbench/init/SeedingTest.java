package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.network.Network;
import org.initbench.testing.Residual;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Prevents a layer's weights from depending on anything but study seed, repetition, layer and parameter. */
class SeedingTest {

    /** Entries that need a network with skip connections. */
    private static final Set<String> RESIDUAL = Set.of("fixup", "zero_residual", "t_fixup", "deepnet");

    @Test
    void weightsAreTheSameOnAnyThreadWhateverElseIsDrawn() throws Exception {
        List<Sample> samples = Sample.all().toList();
        double[][] alone = samples.stream().map(sample -> sample.weights(0)).toArray(double[][]::new);
        for (List<double[]> together : ManyThreads.map(samples, sample -> sample.weights(0))) {
            assertThat(together.toArray(double[][]::new)).isDeepEqualTo(alone);
        }
    }

    /** Every entry of the catalog, each after other ones. */
    @Test
    void networksAreTheSameOnAnyThread() throws Exception {
        double[][] alone = Catalog.types().stream().map(SeedingTest::parameters).toArray(double[][]::new);
        for (List<double[]> together : ManyThreads.map(Catalog.types(), SeedingTest::parameters)) {
            assertThat(together.toArray(double[][]::new)).isDeepEqualTo(alone);
        }
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

    private static double[] parameters(InitializerType type) {
        NeuralNetConfiguration.Builder base = new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(DataType.DOUBLE)
                .activation(Activation.RELU);
        Network network = RESIDUAL.contains(type.name())
                ? Network.of(Residual.network(base, 1, 8, Activation.RELU))
                : Network.of(base.list()
                        .layer(Networks.dense(Residual.INPUTS, 8))
                        .layer(Networks.dense(8, 8))
                        .layer(Networks.output(8, 2))
                        .build());
        Initialization.initialize(
                network,
                Placement.everywhere(Catalog.parse(type.example())),
                Seeding.independent(1, 0),
                Nd4j.linspace(-1, 1, 15, DataType.DOUBLE).reshape(5, Residual.INPUTS));
        return values(network.model().params());
    }

    private static double[] below(int outputs) {
        return values(Networks.initialized(
                        Networks.of(DataType.DOUBLE, Networks.dense(4, 4), Networks.output(4, outputs)),
                        "normal(1)",
                        Seeding.independent(1, 0))
                .getParam("0_W"));
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
