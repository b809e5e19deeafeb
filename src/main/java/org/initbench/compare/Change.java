package org.initbench.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.initbench.result.Metric;
import org.initbench.result.TrialResult;
import org.initbench.stats.Comparisons;
import org.initbench.stats.Costs;
import org.initbench.stats.PairedTest;
import org.initbench.stats.Spread;
import org.jspecify.annotations.Nullable;

/**
 * What one changed setting does to an initializer, repetition by repetition: under one seed both begin with the same weights, as
 * far as their shapes agree, and meet the data in the same order.
 *
 * @param reference the data set that the other value stands in
 * @param setting what differs from it
 * @param difference of the metric, this − reference, where both completed
 * @param pairs repetitions that both have
 * @param test Student's t of the differences, the sign test where a trial diverged; null below three pairs
 * @param pHolm its p-value, corrected over all changes of a comparison
 */
public record Change(
        String reference,
        String setting,
        Spread difference,
        int pairs,
        @Nullable PairedTest test,
        @Nullable Double pHolm) {

    /** Of an initializer that both data sets have. */
    static Change of(Score score, Score others, String reference, String setting, Metric metric) {
        Map<Integer, TrialResult> partners = new HashMap<>();
        others.trials().forEach(trial -> partners.put(trial.key().repetition(), trial));
        List<double[]> costs = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        double largest = 0;
        for (TrialResult trial : score.trials()) {
            TrialResult partner = partners.get(trial.key().repetition());
            Double cost = Costs.of(trial, metric);
            Double partnersCost = partner == null ? null : Costs.of(partner, metric);
            if (partner != null && cost != null && partnersCost != null) {
                costs.add(new double[] {cost, partnersCost});
                Double value = Costs.value(trial, metric);
                Double partnersValue = Costs.value(partner, metric);
                if (value != null && partnersValue != null) {
                    differences.add(value - partnersValue);
                    largest = Math.max(largest, Math.max(Math.abs(value), Math.abs(partnersValue)));
                }
            }
        }
        double counting = metric.isAccuracy()
                ? Comparisons.counting(Stream.concat(score.trials().stream(), others.trials().stream()), metric)
                : 0;
        return new Change(
                reference,
                setting,
                Spread.of(
                        differences.stream().mapToDouble(Double::doubleValue).toArray(),
                        PairedTest.leastDeviation(largest, counting)),
                costs.size(),
                PairedTest.of(column(costs, 0), column(costs, 1), counting).orElse(null),
                null);
    }

    private static double[] column(List<double[]> costs, int column) {
        double[] values = new double[costs.size()];
        Arrays.setAll(values, i -> Objects.requireNonNull(costs.get(i))[column]);
        return values;
    }

    /** The same with the p-value as it is after the correction. */
    Change corrected(double p) {
        return new Change(reference, setting, difference, pairs, test, p);
    }

    /** Whether the setting makes a difference that the test carries. */
    public boolean isSignificant() {
        return pHolm != null && pHolm < PairedTest.SIGNIFICANT;
    }
}
