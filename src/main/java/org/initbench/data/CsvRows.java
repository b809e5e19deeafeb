package org.initbench.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordWrapper;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a CSV file as they are parsed, puts their values into columns, and keeps where each row begins. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<CsvRows> {

    private final List<CsvColumn> columns;
    private boolean isHeaderAhead;
    private boolean isBlank;
    private boolean isQuoted;
    private int fields;
    private int count;
    private int misfits;
    private @Nullable Misfit first;
    private int[] lines = new int[1 << 10];

    /**
     * A row that has not a value for each column.
     *
     * @param line from 1
     * @param values how many it has
     */
    record Misfit(int line, int values) {}

    CsvRows(List<CsvColumn> columns, boolean isHeaderAhead) {
        this.columns = columns;
        this.isHeaderAhead = isHeaderAhead;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields = 0;
        isBlank = true;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        int from = offset;
        int end = offset + length;
        while (from < end && buffer[from] <= ' ') {
            from++;
        }
        while (end > from && buffer[end - 1] <= ' ') {
            end--;
        }
        fields++;
        isQuoted = quoted;
        if (field == 0) {
            isBlank = from == end;
            if (isBlank || isHeaderAhead) {
                return;
            }
        } else if (field == 1 && isBlank && !isHeaderAhead) {
            isBlank = false;
            columns.get(0).addMissing();
        }
        if (!isHeaderAhead && field < columns.size()) {
            columns.get(field).add(buffer, from, end - from);
        }
    }

    @Override
    protected @Nullable RecordWrapper<CsvRows> buildRecord() {
        if (isBlank && fields <= 1) {
            return null;
        }
        if (isHeaderAhead) {
            isHeaderAhead = false;
            return null;
        }
        if (fields != columns.size()) {
            first = first == null ? new Misfit(line(), fields) : first;
            misfits++;
        }
        for (int field = fields; field < columns.size(); field++) {
            columns.get(field).addMissing();
        }
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, 2 * count);
        }
        lines[count] = line();
        count++;
        return null;
    }

    /** Line of the file in which the present row begins. */
    int line() {
        return (int) getStartingLineNumber();
    }

    /** Whether the last value stands in quotes. */
    boolean endsQuoted() {
        return isQuoted;
    }

    /** How many. */
    int count() {
        return count;
    }

    /** Line of the file in which a row begins. */
    int line(int row) {
        return lines[row];
    }

    /** The first row that has not a value for each column. */
    Optional<Misfit> misfit() {
        return Optional.ofNullable(first);
    }

    /** How many rows have not. */
    int misfits() {
        return misfits;
    }
}
