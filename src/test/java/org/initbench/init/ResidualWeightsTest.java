package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.initbench.network.Recurrence;
import org.initbench.network.Role;
import org.initbench.testing.Residual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Guards against residual branches that are scaled by the wrong depth, or end in something else than 0. */
class ResidualWeightsTest {

    private static final int BLOCKS = 16;
    private static final int WIDTH = 60;
    private static final Seeding SEEDING = Seeding.independent(1, 0);

    @Test
    void fixupScalesTheFirstLayerOfABranchAndEndsItInZero() {
        ComputationGraph fixup = residual("fixup");
        ComputationGraph he = residual("he_normal");
        for (int block = 0; block < BLOCKS; block++) {
            String branch = "block" + block + "_";
            assertThat(weights(fixup, branch + "fc1"))
                    .as("L^(-1/(2m-2)) = 16^(-1/2) of the same draws under He")
                    .usingComparatorWithPrecision(1e-15)
                    .containsExactly(times(0.25, weights(he, branch + "fc1")));
            assertThat(weights(fixup, branch + "fc2")).containsOnly(0);
            assertThat(fixup.getParam(branch + "a_a").getDouble(0)).isEqualTo(1);
            assertThat(fixup.getParam(branch + "b3_b").getDouble(0)).isEqualTo(0);
        }
        assertThat(weights(fixup, "in")).containsExactly(weights(he, "in"));
        assertThat(weights(fixup, "out")).containsOnly(0);
    }

    @Test
    void everyBlockPassesOnWhatItGetsAtFirst() {
        ComputationGraph network = residual("fixup");
        Map<String, INDArray> activations = network.feedForward(Nd4j.ones(DataType.DOUBLE, 1, Residual.INPUTS), false);
        assertThat(values(activations, "block15_out"))
                .as("relu(x + 0) = x where x = relu(…)")
                .containsExactly(values(activations, "in"));
        assertThat(values(activations, "out")).containsExactly(0.5, 0.5);
    }

    @Test
    void zeroResidualIsHeButForTheLastLayerOfABranch() {
        ComputationGraph zero = residual("zero_residual");
        ComputationGraph he = residual("he_normal");
        assertThat(weights(zero, "block3_fc1")).containsExactly(weights(he, "block3_fc1"));
        assertThat(weights(zero, "block3_fc2")).containsOnly(0);
        assertThat(weights(zero, "out")).containsExactly(weights(he, "out"));
    }

    /** m = 3 layers and L = 1 branch: 1^(−1/4) = 1; with L = 2 branches 2^(−1/4). */
    @Test
    void theExponentIsThatOfTheBranchsOwnLength() {
        Slot slot = new Slot(
                1,
                9,
                "W",
                Role.INPUT,
                List.of(10L, 10L),
                10,
                10,
                Activation.RELU.getActivationFunction(),
                new Slot.Branch(0, 3),
                2,
                Recurrence.NONE);
        assertThat(new Fixup().variance(slot).orElseThrow())
                .isCloseTo(2.0 / 10 * Math.pow(Math.pow(2, -0.25), 2), within(1e-16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixup", "zero_residual"})
    void aNetworkWithoutResidualBranchesIsRefused(String spec) {
        assertThatThrownBy(() -> Networks.initialized(
                        Networks.of(DataType.DOUBLE, Networks.dense(4, 3), Networks.output(3, 2)), spec, SEEDING))
                .isInstanceOf(UnsuitableInitializerException.class)
                .hasMessage(spec + " needs residual branches, and this network has none");
    }

    @Test
    void aBranchOfOneLayerIsRefused() {
        ComputationGraphConfiguration configuration = base().graphBuilder()
                .addInputs("x")
                .addLayer("fc", new DenseLayer.Builder().nIn(4).nOut(4).build(), "x")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "fc", "x")
                .addLayer(
                        "out",
                        new OutputLayer.Builder()
                                .nIn(4)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "sum")
                .setOutputs("out")
                .build();
        assertThatThrownBy(() -> initialized(configuration, "fixup"))
                .isInstanceOf(UnsuitableInitializerException.class)
                .hasMessage("fixup needs at least 2 layers with weights in each residual branch; layer 0 is alone in"
                        + " its own");
    }

    private static ComputationGraph residual(String spec) {
        return initialized(Residual.network(base(), BLOCKS, WIDTH, Activation.RELU), spec);
    }

    private static ComputationGraph initialized(ComputationGraphConfiguration configuration, String spec) {
        return Initialization.initialize(configuration, Catalog.parse(spec), SEEDING, Nd4j.empty(DataType.DOUBLE));
    }

    private static NeuralNetConfiguration.Builder base() {
        return new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE);
    }

    private static double[] weights(ComputationGraph network, String layer) {
        return network.getParam(layer + "_W").dup('c').data().asDouble();
    }

    private static double[] values(Map<String, INDArray> activations, String vertex) {
        return Objects.requireNonNull(activations.get(vertex), vertex)
                .dup('c')
                .data()
                .asDouble();
    }

    private static double[] times(double factor, double[] values) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }
}
