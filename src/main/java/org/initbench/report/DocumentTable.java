package org.initbench.report;

import java.util.List;
import org.initbench.document.DocumentRow;
import org.initbench.document.DocumentSection.Compared;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.report.ReportTable.Row;
import org.initbench.result.Rounded;
import org.initbench.result.Words;
import org.jspecify.annotations.Nullable;

/** Published figures beside measured ones. */
final class DocumentTable {

    private static final int DIGITS = 6;

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
                                row.what(),
                                String.valueOf(row.iteration()),
                                row.sign() + shown(row, row.document()),
                                shown(row, row.measured()),
                                Figures.of(row.tolerance()),
                                row.agreement())))
                .toList();
        return new ReportTable(
                "document",
                "The published table",
                compared.matching() + " of " + Words.count(compared.judged(), "judged figure")
                        + " agree. Figures that this run did not reach are not judged, nor those for which no tolerance can be "
                        + "promised. Means are over "
                        + Words.count(repetitions(compared), "repetition") + ". Source: " + compared.source() + "."
                        + (compared.remark().isEmpty() ? "" : " " + compared.remark()),
                frame.columns(
                        Column.text("initializer"),
                        Column.text("quantity"),
                        Column.number("iteration"),
                        Column.number("document"),
                        Column.number("measured"),
                        Column.number("allowed ±"),
                        Column.text("agrees")),
                rows);
    }

    /** In full where it may agree in full; what is a mean over draws has as many digits as are of use. */
    private static String shown(DocumentRow row, @Nullable Double value) {
        return value == null || row.statistic() == null ? Figures.exact(value) : Rounded.text(value, DIGITS);
    }

    private static int repetitions(Compared compared) {
        return compared.rows().stream().mapToInt(DocumentRow::repetitions).max().orElse(0);
    }
}
