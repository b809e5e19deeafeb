package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import org.initbench.result.Baseline;
import org.initbench.result.CurvePoint;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * What probes and the first loss say of the initializers of a trained variant, worst first: units that stay equal, dead or
 * saturated layers, gradients that explode or vanish, a first loss far above chance. Figures are medians over repetitions, of
 * the worst layer; gradients and updates are those after the first updates, as zero heads and zero residuals have none at
 * first, by design.
 */
final class Signals {

    private static final int MOST_SENTENCES = 3;
    private static final int FIRST_UPDATES = 10;
    private static final double HALF = 0.5;
    private static final double KEPT = 10;
    private static final double OVERCONFIDENT = 2;

    /** What is wrong, the worst first. */
    private enum Trouble {
        SYMMETRIC("Symmetric, few or no units of a layer differing in the end"),
        DEAD("Dead, most units of a layer being 0 for every example"),
        SATURATED("Saturated, most activations of a layer being at their ends"),
        EXPLODING("Exploding, the gradient of the first hidden layer being over ten times the last one's"),
        VANISHING("Vanishing, the gradient of the first hidden layer being under a tenth of the last one's"),
        OVERCONFIDENT("Overconfident, the first loss being more than twice that of chance");

        private final String words;

        Trouble(String words) {
            this.words = words;
        }
    }

    /** The repetitions of one initializer. */
    private final List<TrialResult> trials;

    private Signals(List<TrialResult> trials) {
        this.trials = trials;
    }

    /** At most three sentences, each with all initializers that it holds for. */
    static List<String> of(Field field) {
        Map<Trouble, List<String>> troubles = new LinkedHashMap<>();
        Map<String, List<TrialResult>> byInit = field.trials().stream()
                .collect(Collectors.groupingBy(trial -> trial.key().init(), LinkedHashMap::new, Collectors.toList()));
        byInit.forEach((init, trials) -> new Signals(trials).worst().ifPresent(found -> troubles.computeIfAbsent(
                        found.trouble(), key -> new ArrayList<>())
                .add(init + " (" + found.figure() + ")")));
        return Stream.of(Trouble.values())
                .filter(troubles::containsKey)
                .limit(MOST_SENTENCES)
                .map(trouble -> sentence(trouble, troubles.getOrDefault(trouble, List.of())))
                .toList();
    }

    private static String sentence(Trouble trouble, List<String> inits) {
        return trouble.words + ": " + Field.listed(inits) + ".";
    }

    /** The worst trouble, and by how much. */
    private record Found(Trouble trouble, String figure) {}

    private Optional<Found> worst() {
        return Stream.<Found>of(symmetric(), dead(), saturated(), gradient(), overconfident())
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Found::trouble));
    }

    private @Nullable Found symmetric() {
        OptionalInt last =
                iterations(Quantity.WEIGHT).filter(iteration -> iteration > 0).max();
        if (last.isEmpty()) {
            return null;
        }
        double distinct = median(trial -> rows(trial, Quantity.WEIGHT, last.getAsInt())
                .map(LayerRow::distinctUnitFraction)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN));
        return distinct < 1 ? new Found(Trouble.SYMMETRIC, percent(distinct) + " of the units") : null;
    }

    private @Nullable Found dead() {
        double dead = atWorst(LayerRow::deadUnitFraction);
        return dead > HALF ? new Found(Trouble.DEAD, percent(dead) + " of the units") : null;
    }

    private @Nullable Found saturated() {
        double saturated = atWorst(LayerRow::saturatedFraction);
        return saturated > HALF ? new Found(Trouble.SATURATED, percent(saturated) + " of the activations") : null;
    }

    /**
     * Of activations at the start and at the end, the worst hidden layer of either. An output that is sure of itself is no
     * trouble; no gradient is measured there.
     */
    private double atWorst(Function<LayerRow, @Nullable Double> fraction) {
        int last = iterations(Quantity.ACTIVATION).max().orElse(0);
        return Stream.of(0, last)
                .mapToDouble(iteration -> median(trial -> rows(trial, Quantity.ACTIVATION, iteration)
                        .filter(row -> isHidden(trial, row.layer()))
                        .map(fraction)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(Double.NaN)))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    private static boolean isHidden(TrialResult trial, int layer) {
        return trial.layers().stream()
                .anyMatch(row -> row.layer() == layer && row.quantity() == Quantity.ACTIVATION_GRADIENT);
    }

    private @Nullable Found gradient() {
        OptionalInt after = afterFirstUpdates(Quantity.ACTIVATION_GRADIENT);
        if (after.isEmpty()) {
            return null;
        }
        double ratio = median(trial -> gradientRatio(trial, after.getAsInt()));
        String figure = "ratio " + Figures.of(ratio) + updates();
        if (ratio > KEPT) {
            return new Found(Trouble.EXPLODING, figure);
        }
        return ratio < 1 / KEPT ? new Found(Trouble.VANISHING, figure) : null;
    }

    private static double gradientRatio(TrialResult trial, int iteration) {
        List<LayerRow> gradients = rows(trial, Quantity.ACTIVATION_GRADIENT, iteration)
                .sorted(Comparator.comparingInt(LayerRow::layer))
                .toList();
        return gradients.size() < 2
                ? Double.NaN
                : gradients.get(0).statistics().rms()
                        / gradients.get(gradients.size() - 1).statistics().rms();
    }

    /** The largest update by the size of its weights, where it was measured. */
    private String updates() {
        OptionalInt after = afterFirstUpdates(Quantity.UPDATE);
        if (after.isEmpty()) {
            return "";
        }
        int iteration = after.getAsInt();
        double ratio = median(trial -> rows(trial, Quantity.UPDATE, iteration)
                .mapToDouble(update -> rows(trial, Quantity.WEIGHT, iteration)
                        .filter(weight -> weight.name().equals(update.name()))
                        .filter(weight -> weight.statistics().rms() > 0)
                        .mapToDouble(weight ->
                                update.statistics().rms() / weight.statistics().rms())
                        .findFirst()
                        .orElse(Double.NaN))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN));
        return Double.isNaN(ratio) ? "" : ", largest update by its weights " + Figures.of(ratio);
    }

    private @Nullable Found overconfident() {
        Baseline baseline = trials.get(0).facts().train();
        Double chance = baseline == null ? null : baseline.chanceLoss();
        double first = median(Signals::firstLoss);
        return chance != null && chance > 0 && first > OVERCONFIDENT * chance
                ? new Found(Trouble.OVERCONFIDENT, Figures.of(first / chance) + " times")
                : null;
    }

    private static double firstLoss(TrialResult trial) {
        return trial.curve().stream()
                .filter(point -> point.iteration() == 0)
                .map((CurvePoint point) -> point.train().loss())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .findFirst()
                .orElse(Double.NaN);
    }

    private IntStream iterations(Quantity quantity) {
        return trials.stream()
                .flatMap(trial -> trial.layers().stream())
                .filter(row -> row.quantity() == quantity)
                .mapToInt(LayerRow::iteration);
    }

    /** The last measured iteration among the first updates, else the first after them. */
    private OptionalInt afterFirstUpdates(Quantity quantity) {
        OptionalInt among = iterations(quantity)
                .filter(iteration -> iteration > 0 && iteration <= FIRST_UPDATES)
                .max();
        return among.isPresent()
                ? among
                : iterations(quantity).filter(iteration -> iteration > 0).min();
    }

    private static Stream<LayerRow> rows(TrialResult trial, Quantity quantity, int iteration) {
        return trial.layers().stream().filter(row -> row.quantity() == quantity && row.iteration() == iteration);
    }

    /** Over repetitions in which it was measured; not a number where it was in none. */
    private double median(ToDoubleFunction<TrialResult> figure) {
        double[] values = trials.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return Median.withDefaults().evaluate(values);
    }

    private static String percent(double fraction) {
        return Figures.of(100 * fraction) + " %";
    }
}
