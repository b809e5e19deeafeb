package org.initbench.stats;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.initbench.result.Baseline;
import org.initbench.result.Metric;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody learned anything: an accuracy above the share of the largest class (exact binomial test, one-sided, 5 % over
 * all trials together), or a loss below that of the best constant answer.
 */
public final class Learning {

    private static final double SIGNIFICANT = 0.05;

    /** By which a loss may miss that of the best constant answer through rounding alone. */
    private static final double ROUNDING = 1e-6;

    private Learning() {}

    /**
     * What is to be had without learning, where no completed trial has more; nothing where somebody learned, where nothing
     * completed, or where it is not known what is to be had.
     */
    public static Optional<Double> unbeaten(List<TrialResult> trials, Metric metric) {
        List<TrialResult> counted = trials.stream()
                .filter(trial -> Costs.value(trial, metric) != null)
                .toList();
        double level = SIGNIFICANT / Math.max(1, counted.size());
        boolean anyLearned = counted.stream().anyMatch(trial -> hasLearned(trial, metric, level));
        return anyLearned
                ? Optional.empty()
                : counted.stream()
                        .map(trial -> Optional.ofNullable(floor(trial, metric)))
                        .findFirst()
                        .flatMap(floor -> floor);
    }

    private static @Nullable Double floor(TrialResult trial, Metric metric) {
        Baseline baseline = trial.facts().of(metric);
        if (baseline == null) {
            return null;
        }
        return metric.isAccuracy() ? baseline.largestShare() : baseline.constantLoss();
    }

    private static boolean hasLearned(TrialResult trial, Metric metric, double level) {
        Double floor = floor(trial, metric);
        Double value = Costs.value(trial, metric);
        if (floor == null || value == null) {
            return true;
        }
        boolean isBelow = !metric.isAccuracy() && value < floor - ROUNDING * Math.abs(floor);
        return isBelow || isAboveChance(trial, metric, level);
    }

    private static boolean isAboveChance(TrialResult trial, Metric metric, double level) {
        Baseline baseline = trial.facts().of(metric);
        Double accuracy = (metric.isOfTest() ? trial.test() : trial.train()).accuracy();
        if (baseline == null || baseline.largestShare() == null || accuracy == null) {
            return false;
        }
        int correct = (int) Math.round(accuracy * baseline.labels());
        return BinomialTest.withDefaults()
                        .with(AlternativeHypothesis.GREATER_THAN)
                        .test(baseline.labels(), correct, baseline.largestShare())
                        .getPValue()
                < level;
    }
}
