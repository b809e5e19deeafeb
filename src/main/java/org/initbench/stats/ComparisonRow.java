package org.initbench.stats;

import org.initbench.result.Metric;
import org.initbench.result.Table;
import org.jspecify.annotations.Nullable;

/**
 * Two initializers held against each other, repetition by repetition: a row of {@code comparisons.csv}.
 *
 * @param init the one that wins, loses, and that the other is subtracted from
 * @param other the one after it in the study's list
 * @param metric by which they are compared
 * @param duels repetition by repetition
 * @param probabilityOfImprovement of {@code init} over {@code other}, a tie counting half; null without pairs
 * @param probabilityInterval exact 95 % interval
 * @param signTestP two-sided p-value of the exact sign test, ties left out; null where nothing was won or lost
 * @param difference {@code init} − {@code other} in units of the metric, where both completed
 * @param test Student's t of the differences where all pairs completed, else the sign test; null below three pairs
 * @param pHolm its p-value, corrected over all pairs of the variant, learning rate and metric
 */
public record ComparisonRow(
        String scenario,
        String variant,
        double learningRate,
        String init,
        String other,
        Metric metric,
        Duels duels,
        @Nullable Double probabilityOfImprovement,
        @Nullable Interval probabilityInterval,
        @Nullable Double signTestP,
        Spread difference,
        @Nullable PairedTest test,
        @Nullable Double pHolm) {

    /**
     * How often which of the two was better. A diverged trial loses against a completed one and ties with a diverged one;
     * a repetition in which either failed, was skipped or has no such figure is no pair.
     *
     * @param completed pairs of which both completed
     */
    public record Duels(int wins, int ties, int losses, int completed) {

        /** All that could be compared. */
        public int pairs() {
            return wins + ties + losses;
        }

        /** Wins, a tie counting half. */
        double points() {
            return wins + ties / 2.0;
        }
    }

    /** The same with the p-value as it is after the correction. */
    ComparisonRow corrected(double p) {
        return new ComparisonRow(
                scenario,
                variant,
                learningRate,
                init,
                other,
                metric,
                duels,
                probabilityOfImprovement,
                probabilityInterval,
                signTestP,
                difference,
                test,
                p);
    }

    /** Whether the test says, all pairs taken together, that this one of the two is better. */
    public boolean isAhead(String one) {
        return test != null
                && pHolm != null
                && pHolm < PairedTest.SIGNIFICANT
                && test.lead() == (one.equals(init) ? 1 : -1);
    }

    /** {@code comparisons.csv}. */
    public static Table<ComparisonRow> table() {
        Table<ComparisonRow> table = new Table<ComparisonRow>("comparisons.csv")
                .column("scenario", ComparisonRow::scenario)
                .column("variant", ComparisonRow::variant)
                .column("learning_rate", ComparisonRow::learningRate)
                .column("init", ComparisonRow::init)
                .column("other", ComparisonRow::other)
                .column("metric", row -> row.metric().column())
                .column("pairs", row -> row.duels().pairs())
                .column("wins", row -> row.duels().wins())
                .column("ties", row -> row.duels().ties())
                .column("losses", row -> row.duels().losses())
                .column("probability_of_improvement", ComparisonRow::probabilityOfImprovement);
        IntervalColumns.add(table, "probability_of_improvement", ComparisonRow::probabilityInterval)
                .column("sign_test_p", ComparisonRow::signTestP)
                .column("completed_pairs", row -> row.duels().completed())
                .column("difference_mean", row -> row.difference().mean())
                .column("difference_std", row -> row.difference().std());
        return IntervalColumns.add(table, "difference", row -> row.difference().interval())
                .column("p_value", row -> row.test() == null ? null : row.test().p())
                .column("p_holm", ComparisonRow::pHolm);
    }
}
