package org.initbench.report;

import java.util.List;
import org.initbench.check.CheckRow;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.report.ReportTable.Row;

/** What a check found, initializer by initializer. */
final class CheckTable {

    private CheckTable() {}

    static ReportTable of(TableFrame frame, List<CheckRow> checks) {
        return new ReportTable(
                "check",
                "Check",
                "Medians over repetitions. Signal: size of the last hidden layer's activations by that of the input. Gradient: "
                        + "what reaches the first hidden layer by what reaches the last one, after the updates; both are kept "
                        + "within a factor of 10. Dead, saturated: of the worst hidden layer. Distinct: units of the worst layer "
                        + "that differ by their weights, before the updates or after. Update: the largest step of a layer by the size of "
                        + "its weights. Chance: the loss of a network that knows nothing.",
                frame.columns(
                        Column.text("initializer"),
                        Column.text("verdict"),
                        Column.text("reason"),
                        Column.number("signal"),
                        Column.number("gradient"),
                        Column.number("dead"),
                        Column.number("saturated"),
                        Column.number("distinct"),
                        Column.number("update"),
                        Column.number("first loss"),
                        Column.number("chance")),
                checks.stream().map(row -> row(frame, row)).toList());
    }

    private static Row row(TableFrame frame, CheckRow row) {
        return new Row(
                row.variant(),
                Rate.ANY,
                frame.shown(row.init()),
                frame.cells(
                        row.variant(),
                        row.init(),
                        row.verdict().column(),
                        row.reason(),
                        Figures.of(row.signalRatio()),
                        Figures.of(row.gradientRatio()),
                        Figures.of(row.deadUnitFraction()),
                        Figures.of(row.saturatedFraction()),
                        Figures.of(row.distinctUnitFraction()),
                        Figures.of(row.updateRatio()),
                        Figures.of(row.firstLoss()),
                        Figures.of(row.chanceLoss())));
    }
}
