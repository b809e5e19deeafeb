package org.initbench.stats;

import org.initbench.result.Endings;
import org.initbench.result.Metric;
import org.initbench.result.Table;
import org.jspecify.annotations.Nullable;

/**
 * One initializer at one of several learning rates: a row of {@code rates.csv}.
 *
 * @param metric the study's
 * @param trials how many were run, and by how they ended
 * @param values of the metric, over completed trials
 * @param rank mean over repetitions among all initializers at this rate; null where nothing is ranked
 * @param best the initializer's own best rate; null where no trial counts
 */
public record RateRow(
        String scenario,
        String variant,
        String init,
        double learningRate,
        Metric metric,
        Endings trials,
        Spread values,
        @Nullable Double rank,
        @Nullable Best best) {

    /**
     * What an initializer is worth when every initializer has its own best rate; the same in all of its rows.
     *
     * @param learningRate the one at which the smallest share of trials diverged, and of these the one with the best mean
     *     over completed trials; the first of equals
     * @param rank mean over repetitions among all initializers, each at its own best rate
     * @param sensitivity how much is lost by a rate taken blindly: mean over rates of what the metric is worse there than
     *     at the best one, no trial being taken for worse than its untrained network. Wortsman et al. 2023; null
     *     where a diverged trial has no untrained figure, or a rate no trial
     * @param standing among all initializers, each at its own best rate
     */
    public record Best(
            double learningRate, @Nullable Double rank, @Nullable Double sensitivity, @Nullable Standing standing) {}

    /** Whether this row is that of the initializer's best rate. */
    public boolean isBest() {
        return best != null && best.learningRate() == learningRate;
    }

    /** {@code rates.csv}. */
    public static Table<RateRow> table() {
        Table<RateRow> table = new Table<RateRow>("rates.csv")
                .column("scenario", RateRow::scenario)
                .column("variant", RateRow::variant)
                .column("init", RateRow::init)
                .column("learning_rate", RateRow::learningRate)
                .column("metric", row -> row.metric().column())
                .column("trials", row -> row.trials().all())
                .column("completed", row -> row.trials().completed())
                .column("diverged", row -> row.trials().diverged())
                .column("mean", row -> row.values().mean())
                .column("std", row -> row.values().std());
        return IntervalColumns.add(table, "mean", row -> row.values().interval())
                .column("rank", RateRow::rank)
                .column(
                        "best_learning_rate",
                        row -> row.best() == null ? null : row.best().learningRate())
                .column(
                        "rank_at_best_learning_rate",
                        row -> row.best() == null ? null : row.best().rank())
                .column(
                        "sensitivity",
                        row -> row.best() == null ? null : row.best().sensitivity())
                .column(
                        "standing_at_best_rate",
                        row -> row.best() == null || row.best().standing() == null
                                ? null
                                : row.best().standing().column());
    }
}
