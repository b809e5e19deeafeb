package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.report.ReportTable.Row;
import org.initbench.result.RunResults;

/**
 * How much of a run the page holds. Each of the levels holds less than the one before; the first that fits is taken.
 *
 * @param histograms which of them
 * @param curvePoints iterations of a learning curve, at most
 * @param iterations at which a layer is shown, at most
 * @param rows of a table, at most
 */
record PageBudget(HistogramBudget histograms, int curvePoints, int iterations, int rows) {

    /** From everything that a screen can show to what fits whatever a run is like. */
    static final List<PageBudget> LEVELS = List.of(
            new PageBudget(HistogramBudget.ALL, 400, 60, 5000),
            new PageBudget(HistogramBudget.ENDS, 400, 60, 5000),
            new PageBudget(HistogramBudget.FEW, 400, 60, 5000),
            new PageBudget(HistogramBudget.NONE, 400, 60, 5000),
            new PageBudget(HistogramBudget.NONE, 100, 20, 2000),
            new PageBudget(HistogramBudget.NONE, 40, 5, 500),
            new PageBudget(HistogramBudget.NONE, 10, 2, 200),
            new PageBudget(HistogramBudget.NONE, 2, 0, 100));

    /** The first rows, those at own best learning rates among them, and a note on the others. */
    ReportTable cut(ReportTable table) {
        if (table.rows().size() <= rows) {
            return table;
        }
        List<Row> first = Stream.concat(
                        table.rows().stream().filter(PageBudget::isAtOwnRate),
                        table.rows().stream().filter(row -> !isAtOwnRate(row)))
                .limit(rows)
                .toList();
        String left = "Of " + table.rows().size() + " rows, the " + rows
                + " most important are shown; the CSV files beside this page have all of them.";
        return new ReportTable(
                table.id(),
                table.title(),
                table.note().isEmpty() ? left : table.note() + " " + left,
                table.columns(),
                first);
    }

    private static boolean isAtOwnRate(Row row) {
        return row.at().rate() == null;
    }

    /** What is left out of this run, in sentences. */
    List<String> notes(RunResults run) {
        List<String> notes = new ArrayList<>();
        if (run.trials().stream().anyMatch(trial -> trial.curve().size() > curvePoints)) {
            notes.add("Learning curves show at most " + curvePoints + " iterations, evenly chosen.");
        }
        if (run.layers().mostIterations() > iterations) {
            notes.add(
                    iterations == 0
                            ? "The run is too large for this page to show what was measured inside its networks; layers.csv has it."
                            : "Layers are shown at most at " + iterations + " iterations, evenly chosen.");
        }
        if (!histograms.note().isEmpty()) {
            notes.add(histograms.note());
        }
        return notes;
    }
}
