package org.initbench.report;

import java.util.List;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.report.ReportTable.Row;
import org.initbench.result.Outcome;

/** Trials that did not complete, each with its reason. */
final class EndingTable {

    private final TableFrame frame;

    private EndingTable(TableFrame frame) {
        this.frame = frame;
    }

    static ReportTable of(TableFrame frame) {
        return new EndingTable(frame).table();
    }

    private ReportTable table() {
        List<Row> rows = frame.run().trials().stream()
                .filter(trial -> !(trial.outcome() instanceof Outcome.Completed))
                .map(trial -> new Row(
                        trial.key().variant(),
                        Rate.ANY,
                        List.of(trial.key().init()),
                        frame.cells(
                                trial.key().variant(),
                                trial.key().init(),
                                Figures.rate(trial.key().learningRate()),
                                String.valueOf(trial.key().repetition()),
                                trial.outcome().status(),
                                trial.outcome().reason())))
                .toList();
        return new ReportTable(
                "endings",
                "Trials that did not complete",
                "",
                frame.columns(
                        Column.text("initializer"),
                        Column.number("learning rate"),
                        Column.number("repetition"),
                        Column.text("ended"),
                        Column.text("reason")),
                rows);
    }
}
