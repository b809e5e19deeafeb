package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Guards against states of an LSTM that are taken for gates, or gates that are missed: all is computed by loops here. */
@SuppressWarnings("deprecation") // of GravesLSTM
class CellTapTest {

    private static final int EXAMPLES = 3;
    private static final int INPUTS = 2;
    private static final int UNITS = 4;
    private static final int STEPS = 5;

    private double tolerance = 1e-12;
    private final DoubleSummaryStatistics preactivations = new DoubleSummaryStatistics();
    private final DoubleSummaryStatistics outputs = new DoubleSummaryStatistics();

    @Test
    void allGatesAndTheOutputOfEveryStepAreSeen() {
        check(new LSTM.Builder().nIn(INPUTS).nOut(UNITS).build(), UNITS, CellTapTest::sigmoid, "");
    }

    @Test
    void peepholesBelongToTheGates() {
        check(new GravesLSTM.Builder().nIn(INPUTS).nOut(UNITS).build(), UNITS, CellTapTest::sigmoid, "");
    }

    @Test
    void gatesOfAnotherFunctionAreSeenToo() {
        tolerance = 1e-7; // DL4J has 0.2 as a float
        check(
                new LSTM.Builder()
                        .nIn(INPUTS)
                        .nOut(UNITS)
                        .gateActivationFunction(Activation.HARDSIGMOID)
                        .build(),
                UNITS,
                z -> Math.min(1, Math.max(0, 0.2 * z + 0.5)),
                "");
    }

    @Test
    void bothDirectionsAreSeen() {
        check(
                new Bidirectional(new LSTM.Builder().nIn(INPUTS).nOut(UNITS).build()),
                2 * UNITS,
                CellTapTest::sigmoid,
                "f",
                "b");
    }

    private void check(Layer layer, int outputsBelow, DoubleUnaryOperator gate, String... directions) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(4)
                .dataType(DataType.DOUBLE)
                .activation(Activation.TANH)
                .list()
                .setInputType(InputType.recurrent(INPUTS, STEPS))
                .layer(layer)
                .layer(new RnnOutputLayer.Builder()
                        .nIn(outputsBelow)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        network.init();
        INDArray features = Nd4j.linspace(DataType.DOUBLE, -2, 0.13, EXAMPLES * INPUTS * STEPS)
                .reshape(EXAMPLES, INPUTS, STEPS);
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, 2, STEPS);
        labels.tensorAlongDimension(0, 0, 2).assign(1);
        for (String direction : directions) {
            compute(network, features, gate, direction);
        }
        List<LayerRow> rows = new ArrayList<>(rows(network, features, labels));
        assertSame(rows, Quantity.PREACTIVATION, preactivations);
        assertSame(rows, Quantity.ACTIVATION, outputs);
    }

    private static List<LayerRow> rows(MultiLayerNetwork network, INDArray features, INDArray labels) {
        Probing probing = Probing.first(network, 1000);
        network.fit(features, labels);
        return probing.rows();
    }

    private void assertSame(List<LayerRow> rows, Quantity quantity, DoubleSummaryStatistics expected) {
        LayerRow row = rows.stream()
                .filter(each -> each.layer() == 0 && each.quantity() == quantity)
                .findFirst()
                .orElseThrow();
        assertThat(row.statistics().count()).isEqualTo(expected.getCount());
        assertThat(row.statistics().mean()).isCloseTo(expected.getAverage(), within(tolerance));
        assertThat(row.statistics().min()).isCloseTo(expected.getMin(), within(tolerance));
        assertThat(row.statistics().max()).isCloseTo(expected.getMax(), within(tolerance));
    }

    /** Candidate, forget, output, input: DL4J's order of columns. Peepholes: forget, output, input. */
    private void compute(MultiLayerNetwork network, INDArray features, DoubleUnaryOperator gate, String direction) {
        INDArray w = network.getParam("0_" + direction + "W");
        INDArray rw = network.getParam("0_" + direction + "RW");
        INDArray b = network.getParam("0_" + direction + "b");
        boolean isBackward = direction.equals("b");
        for (int example = 0; example < EXAMPLES; example++) {
            double[] h = new double[UNITS];
            double[] c = new double[UNITS];
            for (int t = 0; t < STEPS; t++) {
                int step = isBackward ? STEPS - 1 - t : t;
                double[] z = new double[4 * UNITS];
                for (int column = 0; column < z.length; column++) {
                    z[column] = b.getDouble(column);
                    for (int input = 0; input < INPUTS; input++) {
                        z[column] += features.getDouble(example, input, step) * w.getDouble(input, column);
                    }
                    for (int unit = 0; unit < UNITS; unit++) {
                        z[column] += h[unit] * rw.getDouble(unit, column);
                    }
                }
                double[] next = new double[UNITS];
                for (int unit = 0; unit < UNITS; unit++) {
                    double forget = z[UNITS + unit] + peephole(rw, unit, 0) * c[unit];
                    double input = z[3 * UNITS + unit] + peephole(rw, unit, 2) * c[unit];
                    c[unit] = gate.applyAsDouble(forget) * c[unit] + gate.applyAsDouble(input) * Math.tanh(z[unit]);
                    double output = z[2 * UNITS + unit] + peephole(rw, unit, 1) * c[unit];
                    next[unit] = gate.applyAsDouble(output) * Math.tanh(c[unit]);
                    for (double each : new double[] {z[unit], forget, output, input}) {
                        preactivations.accept(each);
                    }
                    outputs.accept(next[unit]);
                }
                h = next;
            }
        }
    }

    private static double peephole(INDArray rw, int unit, int which) {
        return rw.size(1) > 4 * UNITS ? rw.getDouble(unit, 4 * UNITS + which) : 0;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
