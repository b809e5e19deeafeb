package org.initbench.report;

import java.util.List;
import org.initbench.plot.Names;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.report.ReportTable.Row;
import org.initbench.stats.RateRow;

/** Every initializer at every learning rate. */
final class RateTable {

    private final TableFrame frame;
    private final List<RateRow> rates;

    private RateTable(TableFrame frame, List<RateRow> rates) {
        this.frame = frame;
        this.rates = rates;
    }

    static ReportTable of(TableFrame frame, List<RateRow> rates) {
        return new RateTable(frame, rates).table();
    }

    private ReportTable table() {
        List<Row> rows = rates.stream()
                .map(row -> new Row(
                        row.variant(),
                        Rate.ANY,
                        frame.shown(row.init()),
                        frame.cells(
                                row.variant(),
                                row.init(),
                                Figures.rate(row.learningRate()),
                                Figures.of(row.values().mean()),
                                Figures.range(row.values().interval()),
                                row.trials().diverged() + " of " + row.trials().all(),
                                row.isBest() ? "best" : "",
                                standing(row),
                                row.best() == null ? "" : Figures.of(row.best().rank()),
                                row.best() == null ? "" : Figures.of(row.best().sensitivity()))))
                .toList();
        return new ReportTable(
                "rates",
                "Learning rates",
                "Whether an initializer lost, or its learning rate did. The sensitivity is what a rate taken blindly costs on "
                        + "average, in units of the metric.",
                frame.columns(
                        Column.text("initializer"),
                        Column.number("learning rate"),
                        Column.number(Names.of(frame.run().metric())),
                        Column.number("95 % interval"),
                        Column.number("diverged"),
                        Column.text("own best"),
                        Column.text("standing at own best"),
                        Column.number("rank at own best"),
                        Column.number("sensitivity")),
                rows);
    }

    private static String standing(RateRow row) {
        return row.best() == null || row.best().standing() == null
                ? ""
                : row.best().standing().column();
    }
}
