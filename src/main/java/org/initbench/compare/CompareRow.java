package org.initbench.compare;

import org.initbench.result.Endings;
import org.initbench.result.Metric;
import org.initbench.result.Table;
import org.initbench.stats.IntervalColumns;
import org.initbench.stats.Spread;
import org.jspecify.annotations.Nullable;

/**
 * What an initializer reached on a data set: a row of {@code compare.csv}.
 *
 * @param dataSet study, run and variant in one
 * @param learningRate its best one, where there were several; 0 in a race, where each has its own
 * @param values of the metric over completed trials
 * @param rank among the initializers that all data sets have; null for one that is not among them
 * @param change against the same study with one setting changed; null where no such data set stands before this one
 */
public record CompareRow(
        String dataSet,
        String scenario,
        String run,
        String variant,
        String init,
        double learningRate,
        Metric metric,
        Endings trials,
        Spread values,
        @Nullable Double rank,
        @Nullable Change change) {

    /** The same with another change. */
    CompareRow with(Change other) {
        return new CompareRow(dataSet, scenario, run, variant, init, learningRate, metric, trials, values, rank, other);
    }

    /** {@code compare.csv}. */
    public static Table<CompareRow> table() {
        Table<CompareRow> table = new Table<CompareRow>("compare.csv")
                .column("scenario", CompareRow::scenario)
                .column("run", CompareRow::run)
                .column("variant", CompareRow::variant)
                .column("init", CompareRow::init)
                .column("learning_rate", CompareRow::learningRate)
                .column("metric", row -> row.metric().column())
                .column("trials", row -> row.trials().all())
                .column("completed", row -> row.trials().completed())
                .column("diverged", row -> row.trials().diverged())
                .column("mean", row -> row.values().mean())
                .column("std", row -> row.values().std());
        IntervalColumns.add(table, "mean", row -> row.values().interval())
                .column("rank", CompareRow::rank)
                .column(
                        "reference",
                        row -> row.change() == null ? null : row.change().reference())
                .column(
                        "changed",
                        row -> row.change() == null ? null : row.change().setting())
                .column(
                        "pairs",
                        row -> row.change() == null
                                ? null
                                : (Integer) row.change().pairs())
                .column(
                        "difference_mean",
                        row -> row.change() == null
                                ? null
                                : row.change().difference().mean());
        return IntervalColumns.add(
                        table,
                        "difference",
                        row -> row.change() == null
                                ? null
                                : row.change().difference().interval())
                .column("p_value", CompareRow::p)
                .column(
                        "p_holm",
                        row -> row.change() == null ? null : row.change().pHolm());
    }

    /** The p-value of what changed; null where nothing did, or there are too few pairs. */
    @Nullable
    Double p() {
        return change == null ? null : change.p();
    }
}
