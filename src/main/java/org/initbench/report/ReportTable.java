package org.initbench.report;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table as people read it, the same in {@code report.md} and {@code report.html}.
 *
 * @param id names it on the page
 * @param title its heading
 * @param note how to read it; may be empty
 * @param columns left to right
 * @param rows top to bottom
 */
record ReportTable(String id, String title, String note, List<Column> columns, List<Row> rows) {

    /**
     * A column.
     *
     * @param isNumber whether its cells stand right-aligned
     */
    record Column(String label, boolean isNumber) {

        static Column text(String label) {
            return new Column(label, false);
        }

        static Column number(String label) {
            return new Column(label, true);
        }
    }

    /**
     * The learning rate at which a row's initializers stand.
     *
     * @param rate null where it is none in particular
     * @param isOwnBest whether each stands at its own best one
     */
    record Rate(@Nullable Double rate, boolean isOwnBest) {

        /** None in particular: the only one, or all of them. */
        static final Rate ANY = new Rate(null, false);

        static final Rate OWN_BEST = new Rate(null, true);

        static Rate of(double rate) {
            return new Rate(rate, false);
        }
    }

    /**
     * A row, and what it is about.
     *
     * @param variant that it belongs to; null for all of them
     * @param at the learning rate
     * @param inits the initializers in it
     */
    record Row(@Nullable String variant, Rate at, List<String> inits, List<String> cells) {}

    /** The same without columns in which nothing stands. */
    ReportTable withoutEmptyColumns() {
        List<Integer> filled = IntStream.range(0, columns.size())
                .filter(i -> rows.stream().anyMatch(row -> !row.cells().get(i).isEmpty()))
                .boxed()
                .toList();
        return new ReportTable(
                id,
                title,
                note,
                filled.stream().map(columns::get).toList(),
                rows.stream()
                        .map(row -> new Row(
                                row.variant(),
                                row.at(),
                                row.inits(),
                                filled.stream().map(row.cells()::get).toList()))
                        .toList());
    }
}
