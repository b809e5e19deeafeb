package org.initbench.report;

import java.util.List;
import org.initbench.report.DocumentSection.Compared;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.report.ReportTable.Row;
import org.initbench.result.Words;

/** Published figures beside measured ones. */
final class DocumentTable {

    private DocumentTable() {}

    static ReportTable of(TableFrame frame, Compared compared) {
        List<Row> rows = compared.rows().stream()
                .map(row -> new Row(
                        row.variant(),
                        Rate.ANY,
                        List.of(row.init()),
                        frame.cells(
                                row.variant(),
                                row.init(),
                                row.quantity(),
                                String.valueOf(row.iteration()),
                                Figures.exact(row.document()),
                                Figures.exact(row.measured()),
                                agreement(row))))
                .toList();
        return new ReportTable(
                "document",
                "The published table",
                compared.matching() + " of " + Words.count(compared.judged(), "judged figure")
                        + " agree. Figures that this run did not reach are not judged, nor those for which no tolerance can be "
                        + "promised. Source: " + compared.source() + ".",
                frame.columns(
                        Column.text("initializer"),
                        Column.text("quantity"),
                        Column.number("iteration"),
                        Column.number("document"),
                        Column.number("measured"),
                        Column.text("agrees")),
                rows);
    }

    private static String agreement(DocumentRow row) {
        if (row.measured() == null) {
            return "not reached";
        }
        if (row.matches() == null) {
            return "not judged";
        }
        return row.matches() ? "yes" : "no";
    }
}
