package org.initbench.stats;

import java.util.function.Function;
import org.initbench.result.Table;
import org.initbench.stats.Bootstrap.Interval;
import org.jspecify.annotations.Nullable;

/**
 * All repetitions of one initializer at one learning rate: a row of {@code summary.csv}.
 *
 * @param trials how many were run, and by how they ended
 * @param trainLoss over completed trials
 * @param testLoss likewise
 * @param testAccuracy likewise
 * @param iterationsToTargetMedian with misses as infinite; null without a target
 * @param rank mean over repetitions of the rank by the study's metric, 1 being best; null where nothing is ranked
 */
public record SummaryRow(
        String scenario,
        String variant,
        String init,
        double learningRate,
        Counts trials,
        Spread trainLoss,
        Spread testLoss,
        Spread testAccuracy,
        @Nullable Double iterationsToTargetMedian,
        @Nullable Double rank) {

    /** How many trials ended how. */
    public record Counts(int all, long completed, long diverged, long failed, long skipped) {}

    /** Mean, sample deviation and 95 % interval; each null where there are too few values. */
    public record Spread(@Nullable Double mean, @Nullable Double std, @Nullable Interval interval) {

        private @Nullable Double low() {
            return interval == null ? null : (Double) interval.low();
        }

        private @Nullable Double high() {
            return interval == null ? null : (Double) interval.high();
        }
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
        addSpread(table, "train_loss", SummaryRow::trainLoss);
        addSpread(table, "test_loss", SummaryRow::testLoss);
        addSpread(table, "test_accuracy", SummaryRow::testAccuracy);
        return table.column("iterations_to_target_median", SummaryRow::iterationsToTargetMedian)
                .column("rank", SummaryRow::rank);
    }

    private static void addSpread(Table<SummaryRow> table, String name, Function<SummaryRow, Spread> spread) {
        table.column(name + "_mean", row -> spread.apply(row).mean())
                .column(name + "_std", row -> spread.apply(row).std())
                .column(name + "_ci95_low", row -> spread.apply(row).low())
                .column(name + "_ci95_high", row -> spread.apply(row).high());
    }
}
