package org.initbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initbench.init.Placement;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.initbench.result.TheoryGap;
import org.initbench.theory.Gradients;
import org.initbench.theory.NoTheoryException;
import org.initbench.theory.Signal;
import org.initbench.trial.NetworkSignals.Place;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Fills {@code theory_rms}: the root mean square that mean-field theory predicts for pre-activations and activations at
 * iteration 0, from the first minibatch on, as far as {@link NetworkSignals} has signals. Gradients by activations are predicted backward, from
 * the measured one of the last layer before the loss, which has no prediction itself.
 */
final class TheoryColumn {

    private static final String NO_PLACE = "theory does not know what goes through this layer";

    private final List<WeightLayer> layers;
    private final NetworkSignals signals;
    private final Optional<WeightLayer> end;

    /** Found when they are asked for. */
    private @Nullable Gradients gradients;

    /** The predictions for a network whose input is {@code features}, examples first. */
    TheoryColumn(Network network, Placement placement, INDArray features) {
        this.layers = network.layers();
        this.signals = new NetworkSignals(network, placement, features);
        List<WeightLayer> hidden =
                layers.stream().filter(layer -> layer.kind().loss().isEmpty()).toList();
        this.end = hidden.isEmpty() ? Optional.empty() : Optional.of(hidden.get(hidden.size() - 1));
    }

    /** The rows with their predictions, where there are any. */
    List<LayerRow> fill(List<LayerRow> rows) {
        Optional<LayerRow> last = rows.stream()
                .filter(row -> row.iteration() == 0
                        && row.quantity() == Quantity.ACTIVATION_GRADIENT
                        && end.map(layer -> layer.position() == row.layer()).orElse(false))
                .findFirst();
        return rows.stream()
                .map(row -> row.iteration() == 0 ? row.withTheoryRms(prediction(row, last)) : row)
                .toList();
    }

    /** Where there is none, and why: of each layer's activations, else of its gradient. What an output makes of its sums is the loss's affair. */
    List<TheoryGap> gaps() {
        List<TheoryGap> gaps = new ArrayList<>();
        for (WeightLayer layer : layers) {
            boolean isOutput = layer.kind().loss().isPresent();
            Optional<String> signal = signals.of(layer.position())
                    .map(place -> isOutput
                            ? place.preactivation().gap()
                            : place.activation().gap())
                    .orElse(Optional.of(NO_PLACE));
            boolean isBefore =
                    end.map(last -> layer.position() < last.position()).orElse(false);
            if (signal.isPresent()) {
                gaps.add(new TheoryGap(layer.position(), layer.name(), Quantity.ACTIVATION, signal.get()));
            } else if (isBefore) {
                gradientGap(layer.position())
                        .ifPresent(reason -> gaps.add(
                                new TheoryGap(layer.position(), layer.name(), Quantity.ACTIVATION_GRADIENT, reason)));
            }
        }
        return List.copyOf(gaps);
    }

    private Optional<String> gradientGap(int layer) {
        try {
            growth(layer);
            return Optional.empty();
        } catch (NoTheoryException gap) {
            return Optional.of(gap.reason());
        }
    }

    /**
     * The sum of all squared derivatives of outputs by inputs, a softmax at the end left out. NaN where theory does not go through the
     * whole network.
     */
    double squaredJacobian(int inputs) {
        WeightLayer last = layers.get(layers.size() - 1);
        boolean isSoftmax = last.activation() instanceof ActivationSoftmax;
        try {
            return signals.of(last.position())
                    .map(place -> isSoftmax ? place.preactivation() : place.activation())
                    .map(output -> inputs * Gradients.from(output).meanSquare(signals.input()))
                    .orElse(Double.NaN);
        } catch (NoTheoryException gap) {
            return Double.NaN;
        }
    }

    private @Nullable Double prediction(LayerRow row, Optional<LayerRow> last) {
        try {
            double predicted =
                    switch (row.quantity()) {
                        case PREACTIVATION -> place(row.layer()).preactivation().rms();
                        case ACTIVATION -> activation(row).rms();
                        case ACTIVATION_GRADIENT -> gradient(row, last);
                        default -> Double.NaN;
                    };
            return Double.isNaN(predicted) ? null : (Double) predicted;
        } catch (NoTheoryException gap) {
            return null;
        }
    }

    private Place place(int layer) {
        return signals.of(layer).orElseThrow(() -> new NoTheoryException(NO_PLACE));
    }

    /** Of a layer, or of the sum in which a residual branch ends. */
    private Signal activation(LayerRow row) {
        boolean isOfLayer = layers.get(row.layer()).name().equals(row.name());
        return isOfLayer
                ? place(row.layer()).activation()
                : signals.output(row.name()).orElseThrow(() -> new NoTheoryException(NO_PLACE));
    }

    private double gradient(LayerRow row, Optional<LayerRow> last) {
        if (last.isEmpty() || row.layer() >= last.get().layer()) {
            return Double.NaN;
        }
        return last.get().statistics().rms() * Math.sqrt(growth(row.layer()));
    }

    /** Of the mean square of gradients, from the last layer before the loss on back. */
    private double growth(int layer) {
        WeightLayer last = end.orElseThrow(() -> new NoTheoryException(NO_PLACE));
        if (gradients == null) {
            gradients = signals.end(last).map(Gradients::from).orElseThrow(() -> new NoTheoryException(NO_PLACE));
        }
        Signal from = place(last.position()).activation();
        return gradients.meanSquare(place(layer).activation()) / gradients.meanSquare(from);
    }
}
