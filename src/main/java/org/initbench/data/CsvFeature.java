package org.initbench.data;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A column as the network sees it: its numbers, or a 1 in the place of its text among all of its texts.
 *
 * @param texts in order; empty for numbers
 * @param mean in place of a missing number
 * @param mode in place of a missing text
 */
record CsvFeature(CsvColumn column, List<String> texts, double mean, String mode) {

    static CsvFeature of(CsvColumn column) {
        return column.isOfNumbers()
                ? new CsvFeature(column, List.of(), column.mean(), "")
                : new CsvFeature(column, column.values(), 0, column.mode());
    }

    /** The features of a row. */
    DoubleStream values(int row) {
        boolean isMissing = column.isMissing(row);
        if (texts.isEmpty()) {
            return DoubleStream.of(isMissing ? mean : column.number(row));
        }
        String text = isMissing ? mode : column.label(row);
        return texts.stream().mapToDouble(each -> each.equals(text) ? 1 : 0);
    }
}
