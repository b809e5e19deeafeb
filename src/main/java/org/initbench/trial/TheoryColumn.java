package org.initbench.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.initbench.init.Initialization;
import org.initbench.init.Initializer;
import org.initbench.init.Nonlinearities;
import org.initbench.init.Placement;
import org.initbench.init.Slot;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.initbench.theory.Nonlinearity;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Fills {@code theory_rms}: the root mean square that mean-field theory predicts for pre-activations and activations at
 * iteration 0 of a stack of dense layers with nothing between them, from the second moment of the input. It goes as deep as
 * the initializer promises a variance; beyond a layer whose activation theory does not know there is no prediction. Gradients by
 * activations are predicted backward, from the measured one of the last hidden layer, which has no prediction itself.
 */
final class TheoryColumn {

    /**
     * Of one layer; NaN where there is none.
     *
     * @param derivative what the layer multiplies the squared length of a change of its input by
     */
    private record Rms(double preactivation, double activation, double derivative) {}

    private final List<Rms> layers;
    private final int inputs;
    private final int depth;

    /** The predictions for a network whose input is {@code features}, examples first. */
    TheoryColumn(Network network, Placement placement, INDArray features) {
        List<Slot> slots = network.isPlainStack() ? Initialization.slots(network) : List.of();
        this.inputs = slots.isEmpty() ? 0 : slots.get(0).inputs();
        this.depth = slots.size();
        this.layers = predict(network.layers(), slots, placement, secondMoment(features));
    }

    /** The rows with their predictions, where there are any. */
    List<LayerRow> fill(List<LayerRow> rows) {
        Optional<LayerRow> last = rows.stream()
                .filter(row -> row.iteration() == 0 && row.quantity() == Quantity.ACTIVATION_GRADIENT)
                .max(Comparator.comparingInt(LayerRow::layer));
        return rows.stream()
                .map(row -> row.iteration() == 0 ? row.withTheoryRms(prediction(row, last)) : row)
                .toList();
    }

    /**
     * The sum of all squared derivatives of outputs by inputs: each layer multiplies it by its units, the variance of its weights and
     * E[φ′²]. NaN where theory does not go through the whole network.
     */
    double squaredJacobian() {
        return layers.size() < depth || layers.isEmpty()
                ? Double.NaN
                : layers.stream().mapToDouble(Rms::derivative).reduce(inputs, (one, other) -> one * other);
    }

    private @Nullable Double prediction(LayerRow row, Optional<LayerRow> last) {
        if (row.layer() >= layers.size()) {
            return null;
        }
        Rms rms = layers.get(row.layer());
        double predicted =
                switch (row.quantity()) {
                    case PREACTIVATION -> rms.preactivation();
                    case ACTIVATION -> rms.activation();
                    case ACTIVATION_GRADIENT -> last.map(from -> gradient(row, from))
                            .orElse(Double.NaN);
                    default -> Double.NaN;
                };
        return Double.isNaN(predicted) ? null : (Double) predicted;
    }

    /** Of a layer before the last one that has a gradient: each layer between makes it larger or smaller, as it does changes of its input. */
    private double gradient(LayerRow row, LayerRow last) {
        if (row.layer() >= last.layer() || last.layer() >= layers.size()) {
            return Double.NaN;
        }
        double growth = layers.subList(row.layer() + 1, last.layer() + 1).stream()
                .mapToDouble(Rms::derivative)
                .reduce(1, (one, other) -> one * other);
        return last.statistics().rms() * Math.sqrt(growth);
    }

    private static List<Rms> predict(List<WeightLayer> stack, List<Slot> slots, Placement placement, double input) {
        List<Rms> layers = new ArrayList<>();
        double moment = input;
        for (Slot slot : slots) {
            Initializer initializer = placement.at(slot).initializer();
            OptionalDouble variance = initializer.variance(slot);
            if (variance.isEmpty() || Double.isNaN(moment)) {
                return layers;
            }
            boolean hasBias = !stack.get(slot.layer()).biases().isEmpty();
            double biasVariance = hasBias ? placement.biasesAt(slot).biasVariance(slot) : 0;
            if (Double.isNaN(biasVariance)) {
                return layers;
            }
            double q = variance.getAsDouble() * slot.fanIn() * moment + biasVariance;
            Optional<Nonlinearity> nonlinearity = Nonlinearities.of(slot.activation());
            moment = nonlinearity.map(known -> known.secondMoment(q)).orElse(Double.NaN);
            // A softmax at the end is left out of the Jacobian.
            double slope = slot.isLast() && slot.activation() instanceof ActivationSoftmax
                    ? 1
                    : nonlinearity.map(known -> known.squaredSlope(q)).orElse(Double.NaN);
            layers.add(new Rms(Math.sqrt(q), Math.sqrt(moment), variance.getAsDouble() * slot.units() * slope));
        }
        return layers;
    }

    private static double secondMoment(INDArray features) {
        double norm = features.norm2Number().doubleValue();
        return norm * norm / features.length();
    }
}
