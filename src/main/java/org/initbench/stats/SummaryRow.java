package org.initbench.stats;

import java.util.function.Function;
import org.initbench.result.Endings;
import org.initbench.result.Metric;
import org.initbench.result.Table;
import org.jspecify.annotations.Nullable;

/**
 * All repetitions of one initializer at one learning rate: a row of {@code summary.csv}.
 *
 * @param trials how many were run, and by how they ended
 * @param trainLoss over completed trials
 * @param trainAccuracy likewise
 * @param testLoss likewise
 * @param testAccuracy likewise
 * @param bestTestAccuracy likewise: the best of each learning curve
 * @param target how soon the target was reached
 * @param middle the same metrics without their extremes
 * @param rank over repetitions by the study's metric, 1 being best
 * @param standing by the study's metric; null where no trial can be ranked
 * @param trainValues of values, on the training examples
 * @param testValues likewise, on the test examples
 */
public record SummaryRow(
        String scenario,
        String variant,
        String init,
        double learningRate,
        Endings trials,
        Spread trainLoss,
        Spread trainAccuracy,
        Spread testLoss,
        Spread testAccuracy,
        Spread bestTestAccuracy,
        InterquartileMeans middle,
        ToTarget target,
        Spread rank,
        @Nullable Standing standing,
        ValueErrors trainValues,
        ValueErrors testValues) {

    /** Errors of values over completed trials. */
    public record ValueErrors(Spread rmse, Spread mae, Spread r2) {}

    /**
     * How soon the target was reached; both null without a target.
     *
     * @param iterationsMedian with misses as infinite
     * @param reached number of trials that got there
     */
    public record ToTarget(@Nullable Double iterationsMedian, @Nullable Long reached) {}

    /** Each metric's over completed trials. */
    public record InterquartileMeans(
            InterquartileMean trainLoss,
            InterquartileMean trainAccuracy,
            InterquartileMean testLoss,
            InterquartileMean testAccuracy,
            InterquartileMean bestTestAccuracy) {}

    /** The same at another learning rate. */
    SummaryRow atRate(double rate) {
        return new SummaryRow(
                scenario,
                variant,
                init,
                rate,
                trials,
                trainLoss,
                trainAccuracy,
                testLoss,
                testAccuracy,
                bestTestAccuracy,
                middle,
                target,
                rank,
                standing,
                trainValues,
                testValues);
    }

    /** The spread of a metric over completed trials. */
    public Spread of(Metric metric) {
        return switch (metric) {
            case TRAIN_LOSS -> trainLoss;
            case TRAIN_ACCURACY -> trainAccuracy;
            case TEST_LOSS -> testLoss;
            case TEST_ACCURACY -> testAccuracy;
        };
    }

    /** {@code summary.csv}. */
    public static Table<SummaryRow> table() {
        Table<SummaryRow> table = new Table<SummaryRow>("summary.csv")
                .column("scenario", SummaryRow::scenario)
                .column("variant", SummaryRow::variant)
                .column("init", SummaryRow::init)
                .column("learning_rate", SummaryRow::learningRate)
                .column("trials", row -> row.trials().all())
                .column("completed", row -> row.trials().completed())
                .column("diverged", row -> row.trials().diverged())
                .column("failed", row -> row.trials().failed())
                .column("skipped", row -> row.trials().skipped());
        addMean(table, "train_loss", SummaryRow::trainLoss);
        addMean(table, "test_loss", SummaryRow::testLoss);
        addMean(table, "test_accuracy", SummaryRow::testAccuracy);
        table.column("iterations_to_target_median", row -> row.target().iterationsMedian())
                .column("rank", row -> row.rank().mean());
        addMean(table, "train_accuracy", SummaryRow::trainAccuracy);
        addMean(table, "best_test_accuracy", SummaryRow::bestTestAccuracy);
        addInterquartileMean(table, "train_loss", InterquartileMeans::trainLoss);
        addInterquartileMean(table, "train_accuracy", InterquartileMeans::trainAccuracy);
        addInterquartileMean(table, "test_loss", InterquartileMeans::testLoss);
        addInterquartileMean(table, "test_accuracy", InterquartileMeans::testAccuracy);
        addInterquartileMean(table, "best_test_accuracy", InterquartileMeans::bestTestAccuracy);
        table.column("reached_target", row -> row.target().reached());
        IntervalColumns.add(table, "rank", row -> row.rank().interval())
                .column(
                        "standing",
                        row -> row.standing() == null ? null : row.standing().column());
        addErrors(table, "train", SummaryRow::trainValues);
        addErrors(table, "test", SummaryRow::testValues);
        return table;
    }

    private static void addMean(Table<SummaryRow> table, String name, Function<SummaryRow, Spread> spread) {
        table.column(name + "_mean", row -> spread.apply(row).mean())
                .column(name + "_std", row -> spread.apply(row).std());
        IntervalColumns.add(table, name, row -> spread.apply(row).interval());
    }

    private static void addErrors(Table<SummaryRow> table, String split, Function<SummaryRow, ValueErrors> errors) {
        addMean(table, split + "_rmse", row -> errors.apply(row).rmse());
        addMean(table, split + "_mae", row -> errors.apply(row).mae());
        addMean(table, split + "_r2", row -> errors.apply(row).r2());
    }

    private static void addInterquartileMean(
            Table<SummaryRow> table, String name, Function<InterquartileMeans, InterquartileMean> metric) {
        table.column(name + "_iqm", row -> metric.apply(row.middle()).mean());
        IntervalColumns.add(
                table, name + "_iqm", row -> metric.apply(row.middle()).interval());
    }
}
