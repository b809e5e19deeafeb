package org.initbench.result;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table that is written row by row; it is there once it is committed.
 *
 * @param <R> what a row is made of
 */
public final class TableRows<R> implements AutoCloseable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final String FIRST_OF_FORMULA = "=+-@\t\r";

    /** Values of a grid are texts, and numbers all the same. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?([eE][+-]?\\d+)?|Infinity)");

    private final Table<R> table;
    private final DurableFile file;
    private final CSVPrinter printer;
    private final @Nullable Object[] record;

    TableRows(Table<R> table, Path folder) throws IOException {
        this.table = table;
        this.record = new @Nullable Object[table.header().size()];
        this.file = DurableFile.begin(folder.resolve(table.fileName()));
        Writer writer = new OutputStreamWriter(file.out(), StandardCharsets.UTF_8);
        this.printer = new CSVPrinter(writer, FORMAT);
        printer.printRecord(table.header());
    }

    /** Adds a row at the bottom. */
    public void add(R row) throws IOException {
        Arrays.setAll(record, column -> harmless(table.cell(row, column)));
        printer.printRecord(record);
    }

    /** A text that a spreadsheet would run as a formula is marked as text, by the apostrophe that spreadsheets know. */
    private static @Nullable Object harmless(@Nullable Object cell) {
        return cell instanceof String text && isFormula(text) ? "'" + text : cell;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && FIRST_OF_FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }

    /** Puts the table under its name, in place of what was there. */
    public void commit() throws IOException {
        printer.flush();
        file.commit();
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
