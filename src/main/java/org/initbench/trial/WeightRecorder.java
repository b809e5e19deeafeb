package org.initbench.trial;

import java.util.ArrayList;
import java.util.List;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.initbench.result.WeightValue;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Writes down every parameter of a network that is small enough to look at. */
final class WeightRecorder {

    private static final long MOST_PARAMETERS = 2000;

    private final Network network;
    private final List<WeightValue> values = new ArrayList<>();

    WeightRecorder(Network network) {
        this.network = network;
    }

    /** Records all weights and biases as those of {@code iteration}; nothing for a network of more than 2,000. */
    void record(int iteration) {
        if (network.model().numParams() > MOST_PARAMETERS) {
            return;
        }
        for (WeightLayer layer : network.layers()) {
            for (String name : layer.parameters()) {
                recordMatrix(iteration, layer.position(), name, matrix(network.parameter(name)));
            }
        }
    }

    List<WeightValue> values() {
        return List.copyOf(values);
    }

    private void recordMatrix(int iteration, int layer, String name, INDArray matrix) {
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                values.add(new WeightValue(iteration, layer, name, row, column, matrix.getDouble(row, column)));
            }
        }
    }

    private static INDArray matrix(INDArray parameter) {
        return switch (parameter.rank()) {
            case 1 -> parameter.reshape(1, parameter.length());
            case 2 -> parameter;
            default -> parameter.reshape('c', parameter.size(0), parameter.length() / parameter.size(0));
        };
    }
}
