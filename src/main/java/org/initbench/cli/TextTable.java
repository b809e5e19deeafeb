package org.initbench.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.initbench.result.Rounded;
import org.jspecify.annotations.Nullable;

/** Prints tables without borders; a column in which nothing stands is left out. */
final class TextTable {

    private static final int DIGITS = 5;

    private TextTable() {}

    /** Five significant digits. */
    static String number(@Nullable Double value) {
        return value == null ? "" : Rounded.text(value, DIGITS);
    }

    /** Prints rows below each other. */
    static <T> void print(PrintWriter out, List<T> rows, List<ColumnData<T>> columns) {
        List<ColumnData<T>> filled = columns.stream()
                .filter(column ->
                        rows.stream().anyMatch(row -> !column.getCellValue(row).isEmpty()))
                .toList();
        if (!filled.isEmpty()) {
            out.println(AsciiTable.builder()
                    .border(AsciiTable.NO_BORDERS)
                    .data(rows, filled)
                    .asString());
        }
    }

    static <T> ColumnData<T> left(String header, Function<T, String> cell) {
        return column(header, HorizontalAlign.LEFT, cell);
    }

    static <T> ColumnData<T> right(String header, Function<T, String> cell) {
        return column(header, HorizontalAlign.RIGHT, cell);
    }

    private static <T> ColumnData<T> column(String header, HorizontalAlign align, Function<T, String> cell) {
        return new Column()
                .header(header)
                .headerAlign(align)
                .dataAlign(align)
                .maxWidth(200)
                .with(cell);
    }
}
