package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.initbench.testing.LayerExample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/** Guards against a layer of which the gradients that are measured are not those of its loss. */
class LayerGradientsTest {

    private static final double STEP = 1e-5;

    /** Of the largest gradient of a parameter. */
    private static final double TOLERANCE = 1e-7;

    private static final int ENTRIES = 6;

    /**
     * DL4J doubles what passes back through each layer that is made of SameDiff, of which a network of capsules has three: it
     * learns there with twice, four and eight times the rate.
     */
    private static final Map<String, Double> TIMES = Map.of(
            "1D locally connected", 2.0,
            "2D locally connected", 2.0,
            "primary capsules", 4.0,
            "capsules", 8.0,
            "self attention", 2.0,
            "recurrent attention", 2.0,
            "attention vertex", 2.0);

    static List<LayerExample> examples() {
        return LayerExample.running();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void gradientsAreTheSlopesOfTheLoss(LayerExample example) {
        Network network = FamilyNetworks.initialized(example, "glorot_normal", 0);
        WeightLayer layer = network.layers().get(0);
        Random random = new Random(1);
        double times = TIMES.getOrDefault(example.name(), 1.0) * LayerExample.EXAMPLES;
        for (String name : layer.parameters()) {
            network.computeGradients(example.features(), example.labels());
            INDArray found = network.model().gradient().getGradientFor(name);
            if (found == null) {
                assertThat(example.name()).as("learned without labels alone").isEqualTo("variational autoencoder");
                continue;
            }
            INDArray gradient = found.dup();
            INDArray parameter = network.parameter(name);
            double tolerance = TOLERANCE * gradient.amaxNumber().doubleValue() + STEP * STEP;
            for (int i = 0; i < ENTRIES; i++) {
                long[] at = Shape.ind2subC(parameter.shape(), random.nextInt(Math.toIntExact(parameter.length())));
                double value = parameter.getDouble(at);
                double slope = (loss(network, example, parameter, at, value + STEP)
                                - loss(network, example, parameter, at, value - STEP))
                        / (2 * STEP);
                parameter.putScalar(at, value);
                assertThat(gradient.getDouble(at))
                        .as(name + " at " + Arrays.toString(at))
                        .isCloseTo(slope * times, within(tolerance));
            }
        }
    }

    private static double loss(Network network, LayerExample example, INDArray parameter, long[] at, double value) {
        parameter.putScalar(at, value);
        network.computeGradients(example.features(), example.labels());
        return network.model().score();
    }
}
