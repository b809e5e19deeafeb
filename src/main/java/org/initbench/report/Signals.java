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
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import org.initbench.result.Baseline;
import org.initbench.result.CurvePoint;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.initbench.result.TrialSignals;
import org.initbench.result.TrialSignals.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What probes and the first loss say of the initializers of a trained variant, worst first: units that stay equal, dead or
 * saturated layers, gradients that explode or vanish, a first loss far above chance. Figures are medians over repetitions, of
 * the worst layer; gradients and updates are those after the first updates, as zero heads and zero residuals have none at
 * first, by design.
 */
final class Signals {

    private static final int MOST_SENTENCES = 3;
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

    /** The repetitions of one initializer, and what was measured in them. */
    private final List<TrialResult> trials;

    private final List<TrialSignals> signals;

    private Signals(List<TrialResult> trials, List<TrialSignals> signals) {
        this.trials = trials;
        this.signals = signals;
    }

    /** At most three sentences, each with all initializers that it holds for. */
    static List<String> of(RunResults run, Field field) {
        Map<Trouble, List<String>> troubles = new LinkedHashMap<>();
        Map<String, List<TrialResult>> byInit = run.trials().stream()
                .filter(trial -> field.holds(trial.key()))
                .collect(Collectors.groupingBy(trial -> trial.key().init(), LinkedHashMap::new, Collectors.toList()));
        byInit.forEach((init, trials) -> {
            List<TrialSignals> signals = run.layers().of(trials.get(0).key()).signals();
            new Signals(trials, signals).worst().ifPresent(found -> troubles.computeIfAbsent(
                            found.trouble(), key -> new ArrayList<>())
                    .add(init + " (" + found.figure() + ")"));
        });
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
        double distinct = last(TrialSignals::distinct);
        return distinct < 1 ? new Found(Trouble.SYMMETRIC, percent(distinct) + " of the units") : null;
    }

    private @Nullable Found dead() {
        double dead = worse(last(TrialSignals::deadFirst), last(TrialSignals::deadLast));
        return dead > HALF ? new Found(Trouble.DEAD, percent(dead) + " of the units") : null;
    }

    private @Nullable Found saturated() {
        double saturated = worse(last(TrialSignals::saturatedFirst), last(TrialSignals::saturatedLast));
        return saturated > HALF ? new Found(Trouble.SATURATED, percent(saturated) + " of the activations") : null;
    }

    /** Of the start and the end, as far as they were measured. */
    private static double worse(double first, double last) {
        return DoubleStream.of(first, last)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    private @Nullable Found gradient() {
        double ratio = afterFirstUpdates(TrialSignals::gradient);
        String figure = "ratio " + Figures.of(ratio) + updates();
        if (ratio > KEPT) {
            return new Found(Trouble.EXPLODING, figure);
        }
        return ratio < 1 / KEPT ? new Found(Trouble.VANISHING, figure) : null;
    }

    /** The largest update by the size of its weights, where it was measured. */
    private String updates() {
        double ratio = afterFirstUpdates(TrialSignals::update);
        return Double.isNaN(ratio) ? "" : ", largest update by its weights " + Figures.of(ratio);
    }

    private @Nullable Found overconfident() {
        Baseline baseline = trials.get(0).facts().train();
        Double chance = baseline == null ? null : baseline.chanceLoss();
        double first = median(trials.stream().mapToDouble(Signals::firstLoss));
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

    /** At the last iteration of any repetition. */
    private double last(Function<TrialSignals, Reading> signal) {
        return at(iterations(signal).max(), signal);
    }

    /** At the last iteration among the first updates, else the first after them. */
    private double afterFirstUpdates(Function<TrialSignals, Reading> signal) {
        OptionalInt among = iterations(signal)
                .filter(iteration -> iteration <= TrialSignals.FIRST_UPDATES)
                .max();
        return at(among.isPresent() ? among : iterations(signal).min(), signal);
    }

    private IntStream iterations(Function<TrialSignals, Reading> signal) {
        return signals.stream()
                .mapToInt(trial -> signal.apply(trial).iteration())
                .filter(iteration -> iteration >= 0);
    }

    private double at(OptionalInt iteration, Function<TrialSignals, Reading> signal) {
        return iteration.isEmpty()
                ? Double.NaN
                : median(signals.stream()
                        .map(signal)
                        .filter(reading -> reading.iteration() == iteration.getAsInt())
                        .mapToDouble(Reading::value));
    }

    /** Over repetitions in which it was measured; not a number where it was in none. */
    private static double median(DoubleStream values) {
        return Median.withDefaults()
                .evaluate(values.filter(value -> !Double.isNaN(value)).toArray());
    }

    private static String percent(double fraction) {
        return Figures.of(100 * fraction) + " %";
    }
}
