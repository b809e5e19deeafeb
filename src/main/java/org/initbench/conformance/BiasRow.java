package org.initbench.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.initbench.network.Weights;
import org.initbench.result.Rounded;
import org.initbench.result.Table;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Whether {@code biasInit} of a network arrives in a layer: a row of {@code conformance-biases.csv}.
 *
 * @param bias DL4J's key
 * @param begins at what biases begin, by gate where there are gates
 * @param arrives whether that is {@code biasInit} for all
 */
record BiasRow(LayerCase layer, String bias, String begins, boolean arrives) {

    /** {@code conformance-biases.csv}. */
    static Table<BiasRow> table() {
        return new Table<BiasRow>("conformance-biases.csv")
                .column("family", row -> row.layer.family())
                .column("shape", row -> row.layer.shape())
                .column("bias", BiasRow::bias)
                .column("bias_init", row -> LayerDraws.BIAS)
                .column("begins", BiasRow::begins)
                .column("verdict", BiasRow::verdict)
                .column("remark", BiasRow::remark);
    }

    /** One for each parameter of a layer with biases, from the values of a network. */
    static List<BiasRow> of(LayerCase layer) {
        Network network = LayerDraws.dl4jNetwork(layer, WeightInit.XAVIER, 1);
        WeightLayer last = LayerCase.last(network);
        Set<String> seen = new LinkedHashSet<>();
        List<BiasRow> rows = new ArrayList<>();
        for (Weights weights : last.kind().weights()) {
            String key = String.valueOf(weights.bias());
            INDArray biases = network.model().paramTable().get(last.parameter(key));
            if (biases != null && seen.add(key)) {
                double[] values = biases.ravel().toDoubleVector();
                boolean arrives = Arrays.stream(values).allMatch(value -> value == LayerDraws.BIAS);
                rows.add(new BiasRow(layer, key, weights.hasGates() ? gates(values) : distinct(values), arrives));
            }
        }
        return rows;
    }

    private static String gates(double[] values) {
        int units = values.length / LayerMatrix.GATES.size();
        List<String> gates = new ArrayList<>();
        for (int i = 0; i < LayerMatrix.GATES.size(); i++) {
            double[] gate = Arrays.copyOfRange(values, i * units, (i + 1) * units);
            gates.add(LayerMatrix.GATES.get(i) + " " + distinct(gate));
        }
        return String.join(", ", gates);
    }

    private static String distinct(double[] values) {
        return Arrays.stream(values)
                .distinct()
                .mapToObj(value -> Rounded.text(value, Conformance.DIGITS))
                .collect(Collectors.joining(" and "));
    }

    String verdict() {
        return arrives ? "arrives" : "ignored";
    }

    /** Why it does not arrive. */
    String remark() {
        return arrives ? "" : layer.definition().biases().remark();
    }
}
