package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.plot.Names;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Row;
import org.initbench.stats.ComparisonRow;

/** Every pair of initializers by the study's metric. */
final class ComparisonTable {

    private final TableFrame frame;

    private ComparisonTable(TableFrame frame) {
        this.frame = frame;
    }

    static ReportTable of(TableFrame frame) {
        return new ComparisonTable(frame).table();
    }

    private ReportTable table() {
        List<Row> rows = frame.statistics().comparisons().stream()
                .filter(row -> row.metric() == frame.run().metric())
                .filter(row -> row.duels().pairs() > 0)
                .map(this::compared)
                .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.text("initializer"), Column.text("against")));
        if (frame.hasRates()) {
            columns.add(Column.number("learning rate"));
        }
        columns.addAll(List.of(
                Column.number("won, tied, lost"),
                Column.number("probability of improvement"),
                Column.number("95 % interval"),
                Column.number("sign test p"),
                Column.number("mean difference"),
                Column.number("95 % interval")));
        return new ReportTable(
                "comparisons",
                "Pair by pair",
                "By " + Names.of(frame.run().metric())
                        + ", repetition by repetition. An interval that holds 0.5 (for the difference: 0) "
                        + "means that the two cannot be told apart. Nothing is corrected for the number of pairs.",
                frame.columns(columns.toArray(new Column[0])),
                rows);
    }

    private Row compared(ComparisonRow row) {
        List<String> cells = new ArrayList<>(List.of(row.variant(), row.init(), row.other()));
        if (frame.hasRates()) {
            cells.add(Figures.rate(row.learningRate()));
        }
        cells.addAll(List.of(
                row.duels().wins() + ", " + row.duels().ties() + ", "
                        + row.duels().losses(),
                Figures.of(row.probabilityOfImprovement()),
                Figures.range(row.probabilityInterval()),
                row.signTestP() == null ? "" : Figures.probability(row.signTestP()),
                Figures.of(row.difference().mean()),
                Figures.range(row.difference().interval())));
        return new Row(
                row.variant(),
                row.learningRate(),
                frame.isOwn(row.variant(), row.init(), row.learningRate())
                        || frame.isOwn(row.variant(), row.other(), row.learningRate()),
                List.of(row.init(), row.other()),
                frame.cells(cells.toArray(new String[0])));
    }
}
