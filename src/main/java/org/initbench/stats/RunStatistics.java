package org.initbench.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.initbench.result.GridAxes;
import org.initbench.result.RunResults;

/**
 * All that is computed from the trials of a run; what tables, pages and consoles show is read from here.
 *
 * @param summary the repetitions of each initializer put together
 * @param comparisons each pair of initializers; the study's metric before the others
 * @param rates the learning rates of each initializer; empty where a single one was run
 */
public record RunStatistics(List<SummaryRow> summary, List<ComparisonRow> comparisons, List<RateRow> rates) {

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
        SummaryRow.table().with(axes, SummaryRow::variant).write(folder, summary.stream());
        if (!comparisons.isEmpty()) {
            ComparisonRow.table().with(axes, ComparisonRow::variant).write(folder, comparisons.stream());
        }
        if (!rates.isEmpty()) {
            RateRow.table().with(axes, RateRow::variant).write(folder, rates.stream());
        }
    }
}
