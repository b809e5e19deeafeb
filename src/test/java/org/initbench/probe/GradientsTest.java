package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.initbench.data.Examples;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerRow.Statistics;
import org.initbench.result.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Guards against gradients of the summed loss, of another layer, or after the updater had its hands on them. */
class GradientsTest {

    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-8;

    @ParameterizedTest
    @EnumSource
    void gradientsOfParametersAgreeWithFiniteDifferences(Networks kind) {
        MultiLayerNetwork network = kind.create(DataType.DOUBLE);
        Examples examples = kind.examples(DataType.DOUBLE);
        List<LayerRow> rows = probed(network, examples);
        for (LayerRow row : rows) {
            if (Set.of(Quantity.WEIGHT_GRADIENT, Quantity.BIAS_GRADIENT).contains(row.quantity())) {
                INDArray parameter = network.getParam(row.name());
                double[] expected =
                        values((int) parameter.length(), i -> slope(parameter, i, () -> meanLoss(network, examples)));
                assertAgree(row.statistics(), expected);
            }
        }
        assertThat(rows)
                .filteredOn(row -> row.quantity() == Quantity.WEIGHT_GRADIENT)
                .hasSize(kind == Networks.DENSE || kind == Networks.RECURRENT ? 3 : 2);
    }

    @Test
    void gradientsOfActivationsAgreeWithFiniteDifferences() {
        MultiLayerNetwork network = Networks.DENSE.create(DataType.DOUBLE);
        Examples examples = Networks.DENSE.examples(DataType.DOUBLE);
        List<LayerRow> rows = probed(network, examples);
        for (int layer = 0; layer < 2; layer++) {
            int from = layer + 1;
            INDArray activations = network.feedForwardToLayer(layer, examples.features())
                    .get(from)
                    .dup();
            double[] expected = values(
                    (int) activations.length(),
                    i -> slope(activations, i, () -> {
                        INDArray output = activations.dup();
                        for (int next = from; next < network.getnLayers(); next++) {
                            output = network.getLayer(next).activate(output, false, LayerWorkspaceMgr.noWorkspaces());
                        }
                        return crossEntropy(output, examples.labels());
                    }));
            assertAgree(row(rows, layer, Quantity.ACTIVATION_GRADIENT).statistics(), expected);
        }
        assertThat(rows)
                .filteredOn(row -> row.quantity() == Quantity.ACTIVATION_GRADIENT)
                .hasSize(2);
    }

    private static List<LayerRow> probed(MultiLayerNetwork network, Examples examples) {
        Probing listener = Probing.every(network, 100);
        listener.measure(examples.features(), examples.labels());
        return listener.rows();
    }

    private static LayerRow row(List<LayerRow> rows, int layer, Quantity quantity) {
        return rows.stream()
                .filter(row -> row.layer() == layer && row.quantity() == quantity)
                .findFirst()
                .orElseThrow();
    }

    private static double meanLoss(MultiLayerNetwork network, Examples examples) {
        return network.score(new DataSet(examples.features(), examples.labels()), true);
    }

    private static double crossEntropy(INDArray probabilities, INDArray labels) {
        double sum = 0;
        for (int i = 0; i < labels.length(); i++) {
            double p = probabilities.getDouble(i);
            sum -= labels.getDouble(i) == 1 ? Math.log(p) : Math.log(1 - p);
        }
        return sum / labels.length();
    }

    private interface Loss {
        double now();
    }

    private static double slope(INDArray values, int index, Loss loss) {
        double original = values.getDouble(index);
        values.putScalar(index, original + STEP);
        double above = loss.now();
        values.putScalar(index, original - STEP);
        double below = loss.now();
        values.putScalar(index, original);
        return (above - below) / (2 * STEP);
    }

    private static double[] values(int count, IntToDoubleFunction value) {
        double[] values = new double[count];
        Arrays.setAll(values, value);
        return values;
    }

    private static void assertAgree(Statistics measured, double[] expected) {
        assertThat(measured.count()).isEqualTo(expected.length);
        assertThat(measured.mean()).isCloseTo(Arrays.stream(expected).average().orElseThrow(), within(TOLERANCE));
        assertThat(measured.min()).isCloseTo(Arrays.stream(expected).min().orElseThrow(), within(TOLERANCE));
        assertThat(measured.max()).isCloseTo(Arrays.stream(expected).max().orElseThrow(), within(TOLERANCE));
        double squares = Arrays.stream(expected).map(x -> x * x).average().orElseThrow();
        assertThat(measured.rms()).isCloseTo(Math.sqrt(squares), within(TOLERANCE));
        assertThat(measured.rms()).isPositive();
    }
}
