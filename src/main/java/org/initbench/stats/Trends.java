package org.initbench.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.initbench.result.Metric;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** What becomes of each initializer from one variant of a study to another, repetition by repetition. */
public final class Trends {

    private Trends() {}

    /**
     * One initializer.
     *
     * @param from mean of the metric in the first variant, over completed trials
     * @param to in the second
     * @param pHolm of the paired test of the two, corrected over the initializers; null below three pairs
     */
    public record Trend(String init, @Nullable Double from, @Nullable Double to, @Nullable Double pHolm) {

        /** Whether the change is more than repetitions differ by. */
        public boolean isCertain() {
            return pHolm != null && pHolm < PairedTest.SIGNIFICANT;
        }
    }

    /** In the order of the trials. */
    public static List<Trend> between(String first, String second, List<TrialResult> trials, Metric metric) {
        Map<String, List<TrialResult>> byInit = new LinkedHashMap<>();
        for (String variant : List.of(first, second)) {
            trials.stream()
                    .filter(trial -> trial.key().variant().equals(variant))
                    .forEach(trial -> byInit.computeIfAbsent(trial.key().init(), key -> new ArrayList<>())
                            .add(trial.withKey(mirrored(trial.key()))));
        }
        List<ComparisonRow> pairs = byInit.values().stream()
                .flatMap(each -> Comparisons.by(metric, each).stream())
                .toList();
        double[] corrected = Holm.adjusted(pairs.stream()
                .map(ComparisonRow::test)
                .filter(Objects::nonNull)
                .mapToDouble(PairedTest::p)
                .toArray());
        List<Trend> trends = new ArrayList<>();
        int next = 0;
        for (ComparisonRow pair : pairs) {
            List<TrialResult> own = byInit.getOrDefault(pair.variant(), List.of());
            trends.add(new Trend(
                    pair.variant(),
                    mean(own, first, metric),
                    mean(own, second, metric),
                    pair.test() == null ? null : (Double) corrected[next++]));
        }
        return trends;
    }

    /** Variants are compared as initializers are elsewhere. */
    private static TrialKey mirrored(TrialKey key) {
        return new TrialKey(
                key.scenario(),
                /* variant= */ key.init(),
                /* init= */ key.variant(),
                key.learningRate(),
                key.repetition());
    }

    private static @Nullable Double mean(List<TrialResult> trials, String variant, Metric metric) {
        List<TrialResult> own = trials.stream()
                .filter(trial -> trial.key().init().equals(variant))
                .toList();
        return Spread.of(Summaries.values(own, trial -> Costs.value(trial, metric)))
                .mean();
    }
}
