package org.initbench.compare;

import java.util.List;
import java.util.stream.Collectors;
import org.initbench.result.Metric;
import org.initbench.result.Table;
import org.initbench.stats.Friedman;
import org.initbench.stats.PerformanceProfile;
import org.jspecify.annotations.Nullable;

/**
 * An initializer over all data sets: a row of {@code ranks.csv}.
 *
 * @param meanRank over data sets
 * @param friedman the test over all initializers, the same in each row
 * @param criticalDifference of mean ranks, the same in each row
 * @param groups of initializers that cannot be told apart, counted from 1; empty where it differs from everybody
 * @param ratios its error or loss over the smallest, by data set; empty where there is a negative loss
 * @param scores (data sets, trials) accuracies, a diverged trial's minus infinity; empty for losses, which have no common scale
 */
public record RankRow(
        String init,
        Metric metric,
        double meanRank,
        Friedman friedman,
        double criticalDifference,
        List<Integer> groups,
        List<Double> ratios,
        List<List<Double>> scores) {

    /** Keeps its own lists. */
    public RankRow {
        groups = List.copyOf(groups);
        ratios = List.copyOf(ratios);
        scores = List.copyOf(scores);
    }

    /** The share of data sets on which its error or loss is at most τ times the smallest; null where there are no ratios. */
    public @Nullable Double withinFactor(double tau) {
        return ratios.isEmpty()
                ? null
                : (Double) PerformanceProfile.atMost(
                        ratios.stream().mapToDouble(Double::doubleValue).toArray(), tau);
    }

    /** The share of trials with an accuracy above τ, data sets weighing alike. */
    public double above(double tau) {
        return PerformanceProfile.above(
                scores.stream()
                        .map(trials ->
                                trials.stream().mapToDouble(Double::doubleValue).toArray())
                        .toArray(double[][]::new),
                tau);
    }

    /** {@code ranks.csv}. */
    public static Table<RankRow> table() {
        return new Table<RankRow>("ranks.csv")
                .column("init", RankRow::init)
                .column("metric", row -> row.metric().column())
                .column("data_sets", row -> row.friedman().dataSets())
                .column("initializers", row -> row.friedman().meanRanks().size())
                .column("mean_rank", RankRow::meanRank)
                .column("friedman_chi2", row -> row.friedman().chiSquare())
                .column("friedman_p", row -> row.friedman().chiSquareP())
                .column("iman_davenport_f", row -> row.friedman().f())
                .column("iman_davenport_p", row -> row.friedman().fP())
                .column("permutation_p", row -> row.friedman().p())
                .column("critical_difference", RankRow::criticalDifference)
                .column(
                        "groups",
                        row -> row.groups().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .column("within_1_of_best", row -> row.withinFactor(1))
                .column("within_1.1_of_best", row -> row.withinFactor(1.1))
                .column("within_2_of_best", row -> row.withinFactor(2));
    }
}
