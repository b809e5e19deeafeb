package org.initbench.conformance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.commons.lang3.ArrayUtils;
import org.initbench.network.Gate;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.initbench.network.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What is judged by itself of a layer: a weight parameter, or one of its gates. Matrices for channels or places are one sample.
 *
 * @param parameter DL4J's key, as RW
 * @param gate empty where there are none
 * @param fanIn by the field's conventions, of one gate
 * @param fanOut by the field's conventions, of one gate
 */
record LayerMatrix(String parameter, String gate, double fanIn, double fanOut) {

    /** Columns that GravesLSTM has behind its recurrent weights: one weight for each unit. */
    static final String PEEPHOLES = "peepholes";

    /** In DL4J's order. */
    static final List<String> GATES = Arrays.stream(Gate.values())
            .map(gate -> gate.name().toLowerCase(Locale.ROOT))
            .toList();

    /** The tests go by normal approximations. */
    private static final int ENOUGH = 2000;

    /** Whether it is peepholes, which begin at 0 under initializers of the catalog. */
    boolean isPeepholes() {
        return gate.equals(PEEPHOLES);
    }

    /**
     * The values of each, drawn again until there are enough of all.
     *
     * @param initialized a network by its seed, 1 and up
     */
    static Map<LayerMatrix, double[]> draw(LongFunction<Network> initialized) {
        Map<LayerMatrix, double[]> values = new LinkedHashMap<>();
        long seed = 1;
        do {
            of(initialized.apply(seed++)).forEach((matrix, drawn) -> values.merge(matrix, drawn, ArrayUtils::addAll));
        } while (values.values().stream().anyMatch(sample -> sample.length < ENOUGH));
        return values;
    }

    private static Map<LayerMatrix, double[]> of(Network network) {
        WeightLayer layer = LayerCase.last(network);
        Map<LayerMatrix, double[]> values = new LinkedHashMap<>();
        for (Weights weights : layer.kind().weights()) {
            INDArray parameter = network.parameter(layer.parameter(weights.key()));
            List<double[]> matrices = weights.values(parameter);
            for (int i = 0; i < matrices.size(); i++) {
                String gate = weights.hasGates() ? GATES.get(i) : "";
                LayerMatrix matrix = new LayerMatrix(weights.key(), gate, weights.fanIn(), weights.fanOut());
                values.merge(matrix, matrices.get(i), ArrayUtils::addAll);
            }
            double[] behind = weights.valuesBehind(parameter);
            if (behind.length > 0) {
                values.put(new LayerMatrix(weights.key(), PEEPHOLES, 1, 1), behind);
            }
        }
        return values;
    }
}
