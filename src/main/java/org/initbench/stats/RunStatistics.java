package org.initbench.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.initbench.result.GridAxes;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;

/**
 * All that is computed from the trials of a run; what tables, pages and consoles show is read from here.
 *
 * @param summary the repetitions of each initializer put together
 * @param comparisons each pair of initializers; the study's metric before the others
 * @param rates the learning rates of each initializer; empty where a single one was run
 * @param race every round of a race, in which trials have a learning rate of 0; empty where the run is none
 * @param tuning the learning rates by which those of a race were chosen
 */
public record RunStatistics(
        List<SummaryRow> summary,
        List<ComparisonRow> comparisons,
        List<RateRow> rates,
        List<RaceRow> race,
        List<RateRow> tuning) {

    /** Those of a run that is no race. */
    public RunStatistics(List<SummaryRow> summary, List<ComparisonRow> comparisons, List<RateRow> rates) {
        this(summary, comparisons, rates, List.of(), List.of());
    }

    /**
     * Those of a race, in which standings are the race's own.
     *
     * @param race every round of it
     * @param tuning trials by which learning rates were chosen
     */
    public static RunStatistics of(RunResults run, List<RaceRow> race, List<TrialResult> tuning) {
        return new RunStatistics(
                Summaries.of(run.trials(), run.metric(), Standings.of(race)),
                Comparisons.of(run.trials(), run.metric()),
                List.of(),
                race,
                Rates.of(tuning, run.metric()));
    }

    /** Computes everything. */
    public static RunStatistics of(RunResults run) {
        List<ComparisonRow> comparisons = Comparisons.of(run.trials(), run.metric());
        List<ComparisonRow> byMetric =
                comparisons.stream().filter(row -> row.metric() == run.metric()).toList();
        return new RunStatistics(
                Summaries.of(run.trials(), run.metric(), Standings.of(run.trials(), run.metric(), byMetric)),
                comparisons,
                Rates.of(run.trials(), run.metric()));
    }

    /**
     * Writes {@code summary.csv}, and {@code comparisons.csv} and {@code rates.csv} where they have rows.
     *
     * @param axes of the study's grid, each of which has a column
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder, GridAxes axes) throws IOException {
        SummaryRow.table()
                .with(axes, SummaryRow::variant)
                .write(folder, summary.stream().map(this::atOwnRate));
        if (!comparisons.isEmpty()) {
            ComparisonRow.table().with(axes, ComparisonRow::variant).write(folder, comparisons.stream());
        }
        List<RateRow> ofRates = race.isEmpty() ? rates : tuning;
        if (!ofRates.isEmpty()) {
            RateRow.table().with(axes, RateRow::variant).write(folder, ofRates.stream());
        }
        writeRace(folder, axes);
    }

    /** Writes {@code race.csv} where it has rows; the same as {@link #write} where nobody was let into a race. */
    public void writeRace(Path folder, GridAxes axes) throws IOException {
        if (!race.isEmpty()) {
            RaceRow.table().with(axes, RaceRow::variant).write(folder, race.stream());
        }
    }

    /** In a race each initializer has a learning rate of its own. */
    private SummaryRow atOwnRate(SummaryRow row) {
        for (RaceRow raced : race) {
            Double rate = raced.learningRate();
            if (rate != null
                    && raced.init().equals(row.init())
                    && raced.variant().equals(row.variant())) {
                return row.atRate(rate);
            }
        }
        return row;
    }
}
