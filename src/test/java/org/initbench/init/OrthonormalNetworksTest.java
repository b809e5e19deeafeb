package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Prevents orthogonal weights from losing that on their way into a network: transposed, reordered, rounded too much. */
class OrthonormalNetworksTest {

    private static final int POSITIONS = 15;
    private static final int CENTRE = 7;

    /** The tolerance keeps LSUV from scaling, so that the network has the weights it starts with. */
    static Stream<Arguments> networks() {
        return Stream.of("orthogonal", "delta_orthogonal", "lsuv(tolerance=1e9)")
                .flatMap(spec -> Stream.of(DataType.DOUBLE, DataType.FLOAT).map(type -> Arguments.of(spec, type)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void denseLayersBothWaysAreOrthonormal(String spec, DataType type) {
        assertOrthonormal(
                Networks.of(type, Networks.dense(30, 50), Networks.dense(50, 20), Networks.output(20, 20)),
                spec,
                Nd4j.linspace(-1, 1, 90, type).reshape(3, 30));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void recurrentLayersAreOrthonormal(String spec, DataType type) {
        assertOrthonormal(
                Networks.of(type, Networks.recurrent(7, 12), Networks.output(12, 2)),
                spec,
                Nd4j.linspace(-1, 1, 84, type).reshape(3, 7, 4));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void embeddingsAreOrthonormal(String spec, DataType type) {
        assertOrthonormal(
                Networks.of(type, Networks.embedding(), Networks.output(4, 2)),
                spec,
                Nd4j.arange(6).castTo(type).reshape(6, 1));
    }

    /** Flattened, the first kernel is (40, 30) and the second (50, 600). */
    @ParameterizedTest
    @MethodSource("networks")
    void kernelsBothWaysAreOrthonormal(String spec, DataType type) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .dataType(type)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 5).nOut(40).build())
                .layer(new ConvolutionLayer.Builder(3, 5).nOut(50).build())
                .setInputType(InputType.convolutional(6, 10, 2))
                .build();
        assertOrthonormal(configuration, spec, Nd4j.linspace(-1, 1, 360, type).reshape(3, 2, 6, 10));
    }

    private static void assertOrthonormal(MultiLayerConfiguration configuration, String spec, INDArray features) {
        MultiLayerNetwork network =
                Initialization.initialize(configuration, Catalog.parse(spec), Seeding.independent(1, 0), features);
        double tolerance = features.dataType() == DataType.DOUBLE ? 1e-12 : 1e-5;
        for (Slot slot : Initialization.slots(Network.of(configuration))) {
            INDArray weights = network.getParam(slot.layer() + "_" + slot.parameter());
            assertThat(weights.dataType()).isEqualTo(features.dataType());
            assertThat(deviation(slot, weights.dup('c').data().asDouble(), spec))
                    .as(slot.toString())
                    .isLessThan(tolerance);
        }
    }

    private static double deviation(Slot slot, double[] weights, String spec) {
        if (!slot.isKernel()) {
            return Orthogonality.deviation(weights, slot.inputs(), slot.units(), 1);
        }
        if (!spec.equals("delta_orthogonal")) {
            return Orthogonality.deviation(weights, slot.units(), slot.inputs(), 1);
        }
        double[] elsewhere = IntStream.range(0, weights.length)
                .filter(i -> i % POSITIONS != CENTRE)
                .mapToDouble(i -> weights[i])
                .toArray();
        assertThat(elsewhere).containsOnly(0);
        double[] centre = IntStream.range(0, weights.length / POSITIONS)
                .mapToDouble(i -> weights[i * POSITIONS + CENTRE])
                .toArray();
        return Orthogonality.deviation(centre, slot.units(), slot.channelsIn(), 1);
    }
}
