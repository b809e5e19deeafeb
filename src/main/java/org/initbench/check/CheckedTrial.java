package org.initbench.check;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.initbench.result.LayerRow;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * What the first updates of one network come to. What rests on gradients, symmetry or zeros is taken after these: Fixup, zero
 * residuals and zero heads have zero gradients, equal units and branches that give 0 at first, by design.
 *
 * @param iterations updates made
 * @param firstLoss of the first minibatch, before any update; null where there is no loss
 * @param chanceLoss of the same network when the pre-activations of its last layer are 0; null where it is not known
 * @param signalRatio root mean square of the last hidden activation by that of the network's input, before any update
 * @param gradientRatio root mean square of dL/da of the first hidden layer by that of the last, after the updates
 * @param dead largest fraction of units of a hidden layer that are 0 for every example, after the updates
 * @param saturated largest fraction of saturated activations of a hidden layer, before any update
 * @param distinct smallest fraction of units of a layer with different incoming weights, before the updates or after, whichever is
 *     larger
 * @param update largest rms(update)/rms(weight) over layers, by the last update; null where weights are 0
 */
public record CheckedTrial(
        TrialKey key,
        Outcome outcome,
        int iterations,
        @Nullable Double firstLoss,
        @Nullable Double chanceLoss,
        @Nullable Double signalRatio,
        @Nullable Double gradientRatio,
        @Nullable Worst dead,
        @Nullable Worst saturated,
        @Nullable Worst distinct,
        @Nullable Worst update) {

    /** Reads them from a trial whose layers were measured at its first and its last update, and at its end. */
    public static CheckedTrial of(TrialResult trial) {
        List<LayerRow> first = at(trial, 0);
        List<LayerRow> end = at(trial, trial.iterations());
        List<LayerRow> gradients = of(end.isEmpty() ? first : end, Quantity.ACTIVATION_GRADIENT);
        List<LayerRow> hidden = hidden(first);
        return new CheckedTrial(
                trial.key(),
                trial.outcome(),
                trial.iterations(),
                trial.curve().isEmpty() ? null : trial.curve().get(0).train().loss(),
                trial.facts().train() == null ? null : trial.facts().train().chanceLoss(),
                signal(trial.facts().inputRms(), of(first, Quantity.ACTIVATION), hidden),
                gradients.isEmpty()
                        ? null
                        : (Double) (rms(gradients.get(0)) / rms(gradients.get(gradients.size() - 1))),
                Worst.largest(hidden(end.isEmpty() ? first : end), LayerRow::deadUnitFraction),
                Worst.largest(hidden, LayerRow::saturatedFraction),
                Worst.smallest(of(end, Quantity.WEIGHT), row -> distinct(row, first)),
                update(trial));
    }

    /** Activations of all layers but the one with the loss, which alone has no gradient by its activation. */
    private static List<LayerRow> hidden(List<LayerRow> measured) {
        List<LayerRow> activations = of(measured, Quantity.ACTIVATION);
        List<Integer> withGradient = of(measured, Quantity.ACTIVATION_GRADIENT).stream()
                .map(LayerRow::layer)
                .toList();
        return withGradient.isEmpty()
                ? activations
                : activations.stream()
                        .filter(row -> withGradient.contains(row.layer()))
                        .toList();
    }

    /** A network that begins with an embedding has no input but what that makes of it. */
    private static @Nullable Double signal(@Nullable Double input, List<LayerRow> activations, List<LayerRow> hidden) {
        if (hidden.isEmpty()) {
            return null;
        }
        double from = input != null ? input : rms(activations.get(0));
        return rms(hidden.get(hidden.size() - 1)) / from;
    }

    /** Units that are equal now were so before the updates: a loss that is lost on the way may take weights of others with it. */
    private static @Nullable Double distinct(LayerRow row, List<LayerRow> first) {
        Double after = row.distinctUnitFraction();
        Double before = of(first, Quantity.WEIGHT).stream()
                .filter(each -> each.name().equals(row.name()))
                .map(LayerRow::distinctUnitFraction)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(after);
        return after == null || before == null ? after : (Double) Math.max(before, after);
    }

    private static @Nullable Worst update(TrialResult trial) {
        int last = trial.layers().stream()
                .filter(row -> row.quantity() == Quantity.UPDATE)
                .mapToInt(LayerRow::iteration)
                .max()
                .orElse(-1);
        List<LayerRow> rows = at(trial, last);
        List<LayerRow> weights = of(rows, Quantity.WEIGHT);
        return Worst.largest(of(rows, Quantity.UPDATE), row -> weights.stream()
                .filter(weight -> weight.name().equals(row.name()) && rms(weight) > 0)
                .map(weight -> rms(row) / rms(weight))
                .findFirst()
                .orElse(null));
    }

    private static List<LayerRow> at(TrialResult trial, int iteration) {
        return filter(trial.layers().stream(), row -> row.iteration() == iteration);
    }

    private static List<LayerRow> of(List<LayerRow> rows, Quantity quantity) {
        return filter(rows.stream(), row -> row.quantity() == quantity);
    }

    private static List<LayerRow> filter(Stream<LayerRow> rows, Predicate<LayerRow> wanted) {
        return rows.filter(wanted).toList();
    }

    private static double rms(LayerRow row) {
        return row.statistics().rms();
    }
}
