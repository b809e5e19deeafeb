package org.initbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.initbench.init.Initialization;
import org.initbench.init.Placement;
import org.initbench.init.Slot;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.initbench.probe.SingularValues;
import org.initbench.result.SpectrumRow;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Singular values of a network's weights before the first update, kernels as matrices (channels out, channels in times positions), and
 * of its Jacobian at one example where it is a stack of dense layers. Saxe et al. 2013; Pennington et al. 2017.
 */
final class Spectrum {

    /** Of the shorter side of a matrix, beyond which it would take minutes. */
    private static final long LARGEST = 512;

    private final Network network;
    private final Placement placement;
    private final List<Slot> slots;
    private final List<SpectrumRow> rows = new ArrayList<>();

    private Spectrum(Network network, Placement placement) {
        this.network = network;
        this.placement = placement;
        this.slots = Initialization.slots(network);
    }

    /** The rows of all matrices whose shorter side is at most 512; the Jacobian is that at the first of these examples. */
    static List<SpectrumRow> of(Network network, Placement placement, INDArray features) {
        Spectrum spectrum = new Spectrum(network, placement);
        spectrum.addWeights();
        if (network.isPlainStack()) {
            spectrum.addJacobian(features.getRow(0, true));
        }
        return List.copyOf(spectrum.rows);
    }

    private void addWeights() {
        for (WeightLayer layer : network.layers()) {
            for (String name : layer.weights()) {
                INDArray weights = layer.byUnit(name, network.parameter(name));
                if (weights.rank() >= 2) {
                    long first = weights.size(0);
                    INDArray matrix = weights.reshape('c', first, weights.length() / first);
                    add(layer.position(), name, "weight", matrix, meanSquare(layer, name, matrix));
                }
            }
        }
    }

    /** The sum of all squared weights is that of all squared singular values. */
    private @Nullable Double meanSquare(WeightLayer layer, String name, INDArray matrix) {
        Optional<Slot> whole = slots.stream()
                .filter(slot -> slot.layer() == layer.position()
                        && layer.parameter(slot.parameter()).equals(name)
                        && slot.size() == matrix.length())
                .findFirst();
        OptionalDouble variance = whole.isPresent()
                ? placement.at(whole.get()).initializer().variance(whole.get())
                : OptionalDouble.empty();
        return variance.isPresent()
                ? (Double) (variance.getAsDouble() * Math.max(matrix.rows(), matrix.columns()))
                : null;
    }

    private void addJacobian(INDArray example) {
        Jacobian.of(network, example).ifPresent(jacobian -> {
            WeightLayer last = network.layers().get(network.layers().size() - 1);
            double sum = new TheoryColumn(network, placement, example).squaredJacobian(jacobian.rows());
            Double meanSquare =
                    Double.isNaN(sum) ? null : (Double) (sum / Math.min(jacobian.rows(), jacobian.columns()));
            add(last.position(), last.name(), "jacobian", jacobian, meanSquare);
        });
    }

    private void add(int layer, String name, String quantity, INDArray matrix, @Nullable Double meanSquare) {
        if (Math.min(matrix.rows(), matrix.columns()) > LARGEST) {
            return;
        }
        double[] values = SingularValues.of(matrix);
        for (int i = 0; i < values.length; i++) {
            rows.add(new SpectrumRow(0, layer, name, quantity, i, values[i], meanSquare));
        }
    }
}
