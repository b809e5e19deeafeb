package org.initbench.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Row;

/** A table whose columns align without being rendered, too. */
final class MarkdownTable {

    /** A longer cell does not make its whole column as wide. */
    private static final int WIDEST = 100;

    private static final int NARROWEST = 3;

    private final StringBuilder text = new StringBuilder();
    private final List<Column> columns;
    private final int[] widths;

    private MarkdownTable(List<Column> columns, List<List<String>> rows) {
        this.columns = columns;
        this.widths = IntStream.range(0, columns.size())
                .map(i -> rows.stream()
                        .mapToInt(row -> length(row.get(i)))
                        .filter(length -> length <= WIDEST)
                        .max()
                        .orElse(0))
                .map(width -> Math.max(NARROWEST, width))
                .toArray();
        line(rows.get(0));
        line(IntStream.range(0, columns.size()).mapToObj(this::rule).toList());
        rows.subList(1, rows.size()).forEach(this::line);
    }

    /** Head and rows, a line each. */
    static String of(ReportTable table) {
        List<Column> columns = table.columns();
        List<List<String>> rows = Stream.concat(
                        Stream.of(columns.stream().map(Column::label).toList()),
                        table.rows().stream().map(Row::cells))
                .map(cells -> cells.stream().map(MarkdownText::escaped).toList())
                .toList();
        return new MarkdownTable(columns, rows).text.toString();
    }

    private void line(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String space = " ".repeat(Math.max(0, widths[i] - length(cells.get(i))));
            text.append("| ");
            text.append(columns.get(i).isNumber() ? space + cells.get(i) : cells.get(i) + space);
            text.append(' ');
        }
        text.append("|\n");
    }

    private String rule(int column) {
        return columns.get(column).isNumber() ? "-".repeat(widths[column] - 1) + ":" : "-".repeat(widths[column]);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
