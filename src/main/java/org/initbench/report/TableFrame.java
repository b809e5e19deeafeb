package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.result.RunResults;
import org.initbench.stats.RunStatistics;

/** What the tables of a run have in common: columns for variants and learning rates only where there are several. */
final class TableFrame {

    private final RunResults run;
    private final RunStatistics statistics;

    TableFrame(RunResults run, RunStatistics statistics) {
        this.run = run;
        this.statistics = statistics;
    }

    RunResults run() {
        return run;
    }

    RunStatistics statistics() {
        return statistics;
    }

    boolean hasRates() {
        return run.learningRates().size() > 1;
    }

    /** The initializers of each variant at their own best learning rates; at the only one where there is but one. */
    List<Field> atOwnRates() {
        return run.variants().stream()
                .map(variant -> Field.of(run, statistics, variant))
                .toList();
    }

    /** The initializer of a row, where the page has it among those that can be hidden. */
    List<String> shown(String init) {
        return run.initializers().contains(init) ? List.of(init) : List.of();
    }

    /** A learning rate as a cell. */
    String rate(double rate, Rate shownAt) {
        return Figures.rate(rate) + (shownAt.isOwnBest() ? " (own best)" : "");
    }

    /** The columns after that of the variant, which is there where there are several. */
    List<Column> columns(Column... columns) {
        List<Column> all = new ArrayList<>(List.of(columns));
        if (hasVariants()) {
            all.add(0, Column.text("variant"));
        }
        return all;
    }

    /** The first cell is the variant, which has no column where there is but one. */
    List<String> cells(String... cells) {
        List<String> all = List.of(cells);
        return hasVariants() ? all : all.subList(1, all.size());
    }

    private boolean hasVariants() {
        return run.variants().size() > 1;
    }
}
