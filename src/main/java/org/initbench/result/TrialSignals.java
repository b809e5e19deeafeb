package org.initbench.result;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the layers of one trial say of its network's health. Gradients and updates are those after the first updates, as zero
 * heads and zero residuals have none at first, by design.
 *
 * @param distinct least share of different units in a layer's last weights
 * @param deadFirst largest share of dead units in a hidden layer before training
 * @param deadLast likewise at the end
 * @param saturatedFirst largest share of saturated activations of a hidden layer before training
 * @param saturatedLast likewise at the end
 * @param gradient rms of the gradient by the first hidden layer's activations, divided by the last one's
 * @param update largest rms of an update, divided by that of its weights
 */
public record TrialSignals(
        Reading distinct,
        Reading deadFirst,
        Reading deadLast,
        Reading saturatedFirst,
        Reading saturatedLast,
        Reading gradient,
        Reading update) {

    /** Up to which iteration updates are the first ones. */
    public static final int FIRST_UPDATES = 10;

    /**
     * A number and where it was measured.
     *
     * @param iteration −1 where it was not
     * @param value not a number where no layer has it
     */
    public record Reading(int iteration, double value) {

        private static final Reading NONE = new Reading(-1, Double.NaN);
    }

    static TrialSignals of(List<LayerRow> layers) {
        OptionalInt lastWeights =
                iterations(layers, Quantity.WEIGHT, at -> at > 0).max();
        int last = iterations(layers, Quantity.ACTIVATION, at -> true).max().orElse(0);
        return new TrialSignals(
                reading(lastWeights, at -> distinct(layers, at)),
                new Reading(0, atWorst(layers, 0, LayerRow::deadUnitFraction)),
                new Reading(last, atWorst(layers, last, LayerRow::deadUnitFraction)),
                new Reading(0, atWorst(layers, 0, LayerRow::saturatedFraction)),
                new Reading(last, atWorst(layers, last, LayerRow::saturatedFraction)),
                reading(afterFirstUpdates(layers, Quantity.ACTIVATION_GRADIENT), at -> gradientRatio(layers, at)),
                reading(afterFirstUpdates(layers, Quantity.UPDATE), at -> updateRatio(layers, at)));
    }

    private static Reading reading(OptionalInt iteration, Function<Integer, Double> value) {
        return iteration.isEmpty()
                ? Reading.NONE
                : new Reading(iteration.getAsInt(), value.apply(iteration.getAsInt()));
    }

    private static double distinct(List<LayerRow> layers, int iteration) {
        return rows(layers, Quantity.WEIGHT, iteration)
                .map(LayerRow::distinctUnitFraction)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN);
    }

    /** An output that is sure of itself is no trouble; no gradient is measured there. */
    private static double atWorst(List<LayerRow> layers, int iteration, Function<LayerRow, @Nullable Double> fraction) {
        return rows(layers, Quantity.ACTIVATION, iteration)
                .filter(row -> isHidden(layers, row.layer()))
                .map(fraction)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
    }

    /** Without a loss all are. */
    private static boolean isHidden(List<LayerRow> layers, int layer) {
        List<LayerRow> gradients = layers.stream()
                .filter(row -> row.quantity() == Quantity.ACTIVATION_GRADIENT)
                .toList();
        return gradients.isEmpty() || gradients.stream().anyMatch(row -> row.layer() == layer);
    }

    private static double gradientRatio(List<LayerRow> layers, int iteration) {
        List<LayerRow> gradients = rows(layers, Quantity.ACTIVATION_GRADIENT, iteration)
                .sorted(Comparator.comparingInt(LayerRow::layer))
                .toList();
        return gradients.size() < 2
                ? Double.NaN
                : gradients.get(0).statistics().rms()
                        / gradients.get(gradients.size() - 1).statistics().rms();
    }

    private static double updateRatio(List<LayerRow> layers, int iteration) {
        return rows(layers, Quantity.UPDATE, iteration)
                .mapToDouble(update -> rows(layers, Quantity.WEIGHT, iteration)
                        .filter(weight -> weight.name().equals(update.name()))
                        .filter(weight -> weight.statistics().rms() > 0)
                        .mapToDouble(weight ->
                                update.statistics().rms() / weight.statistics().rms())
                        .findFirst()
                        .orElse(Double.NaN))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    /** The last measured iteration among the first updates, else the first after them. */
    private static OptionalInt afterFirstUpdates(List<LayerRow> layers, Quantity quantity) {
        OptionalInt among = iterations(layers, quantity, at -> at > 0 && at <= FIRST_UPDATES)
                .max();
        return among.isPresent()
                ? among
                : iterations(layers, quantity, at -> at > 0).min();
    }

    private static IntStream iterations(List<LayerRow> layers, Quantity quantity, IntPredicate wanted) {
        return layers.stream()
                .filter(row -> row.quantity() == quantity)
                .mapToInt(LayerRow::iteration)
                .filter(wanted);
    }

    private static Stream<LayerRow> rows(List<LayerRow> layers, Quantity quantity, int iteration) {
        return layers.stream().filter(row -> row.quantity() == quantity && row.iteration() == iteration);
    }
}
