package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initbench.init.FamilyNetworks.GATES;
import static org.initbench.init.FamilyNetworks.example;
import static org.initbench.init.FamilyNetworks.gate;
import static org.initbench.init.FamilyNetworks.initialized;

import java.util.List;
import org.initbench.network.Network;
import org.initbench.testing.LayerExample;
import org.initbench.testing.LayerExample.Expected;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Guards against matrices that are put together from parts of several, or turned: a gate, a channel, a place each has its own. */
class FamilyMatricesTest {

    @Test
    void eachGateOfAnLstmIsAnOrthogonalMatrixOfItsOwn() {
        for (String name : List.of("LSTM", "GravesLSTM", "GravesBidirectionalLSTM", "Bidirectional")) {
            LayerExample example = example(name);
            Network network = initialized(example, "orthogonal", 0);
            Network identity = initialized(example, "identity", 0);
            for (Expected expected : example.weights()) {
                for (int gate = 0; gate < GATES; gate++) {
                    INDArray matrix = gate(network, expected, gate);
                    assertThat(matrix.transpose().mmul(matrix))
                            .as(name + " " + expected.parameter() + ", gate " + gate)
                            .isEqualTo(Nd4j.eye(matrix.columns()).castTo(DataType.DOUBLE));
                    if (expected.role().equals("RECURRENT")) {
                        assertThat(gate(identity, expected, gate))
                                .isEqualTo(Nd4j.eye(matrix.columns()).castTo(DataType.DOUBLE));
                    }
                }
                assertThat(gate(network, expected, 0)).isNotEqualTo(gate(network, expected, 1));
            }
        }
    }

    /** Each as DL4J stores it: which numbers go into one unit is found by index here. */
    @Test
    void kernelsAndProjectionsAreOrthogonalUnitByUnit() {
        INDArray depthwise = parameter("depthwise convolution", "orthogonal", "0_W");
        for (int channel = 0; channel < 5; channel++) {
            assertOrthonormalRows(
                    4, 6, channel, (c, unit, input) -> depthwise.getDouble(input / 3, input % 3, c, unit));
        }
        INDArray separable = parameter("separable convolution", "orthogonal", "0_W");
        for (int channel = 0; channel < 5; channel++) {
            assertOrthonormalRows(
                    4, 6, channel, (c, unit, input) -> separable.getDouble(unit, c, input / 3, input % 3));
        }
        INDArray transposed = parameter("transposed convolution", "orthogonal", "0_W");
        assertOrthonormalRows(
                8, 30, 0, (c, unit, input) -> transposed.getDouble(input / 6, unit, input % 6 / 3, input % 3));
        INDArray local = parameter("2D locally connected", "orthogonal", "0_W");
        assertOrthonormalRows(8, 30, 24, (place, unit, input) -> local.getDouble(place, input, unit));
        INDArray volume = parameter("3D transposed convolution", "orthogonal", "0_W");
        assertOrthonormalRows(
                8,
                60,
                0,
                (c, unit, input) ->
                        volume.getDouble(new int[] {input % 12 / 6, input % 6 / 2, input % 2, unit, input / 12}));
        INDArray query = parameter("self attention", "orthogonal", "0_Wq");
        assertOrthonormalRows(9, 12, 0, (c, input, unit) -> query.getDouble(unit / 4, unit % 4, input));
    }

    @Test
    void theIdentityOfADepthwiseKernelPassesEachChannelOn() {
        INDArray kernel = parameter("depthwise convolution", "identity", "0_W");
        for (int channel = 0; channel < 5; channel++) {
            assertThat(kernel.getDouble(1, 1, channel, 0)).isEqualTo(1);
        }
        assertThat(kernel.sumNumber().doubleValue()).isEqualTo(5);
    }

    /** A number of what goes into one unit of one matrix. */
    private interface Entry {
        double at(int matrix, int unit, int input);
    }

    private static void assertOrthonormalRows(int units, int inputs, int matrix, Entry entry) {
        for (int one = 0; one < units; one++) {
            for (int other = 0; other < units; other++) {
                double product = 0;
                for (int input = 0; input < inputs; input++) {
                    product += entry.at(matrix, one, input) * entry.at(matrix, other, input);
                }
                assertThat(product).isCloseTo(one == other ? 1 : 0, within(1e-12));
            }
        }
    }

    private static INDArray parameter(String example, String spec, String name) {
        return initialized(example(example), spec, 0).parameter(name);
    }
}
