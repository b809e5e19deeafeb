package org.initbench.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV file and where their values come from. UTF-8, RFC 4180; doubles are written so that they read back
 * exactly, and null as an empty field.
 *
 * @param <R> what a row is made of
 */
public final class Table<R> {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final String FIRST_OF_FORMULA = "=+-@\t\r";

    /** Values of a grid are texts, and numbers all the same. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?([eE][+-]?\\d+)?|Infinity)");

    private final String fileName;
    private final List<String> header = new ArrayList<>();
    private final List<Function<R, @Nullable Object>> cells = new ArrayList<>();

    /** A table that will be written to this file, without columns yet. */
    public Table(String fileName) {
        this.fileName = fileName;
    }

    /** Adds a column at the right. */
    public Table<R> column(String name, Function<R, @Nullable Object> cell) {
        header.add(name);
        cells.add(cell);
        return this;
    }

    /** The same with a column at the right for each axis of a grid. */
    public Table<R> with(GridAxes axes, Function<R, String> variant) {
        Table<R> wider = new Table<>(fileName);
        wider.header.addAll(header);
        wider.cells.addAll(cells);
        for (String path : axes.paths()) {
            wider.column(path, row -> axes.value(variant.apply(row), path));
        }
        return wider;
    }

    /** The name of the file. */
    public String fileName() {
        return fileName;
    }

    /** The names of the columns. */
    public List<String> header() {
        return List.copyOf(header);
    }

    /** The lines of some rows, without the header. */
    public String lines(Stream<R> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> addLine(row, lines));
        return lines.toString();
    }

    /** A number needs no quotes wherever it stands, and is most of most rows. */
    private void addLine(R row, StringBuilder lines) {
        try {
            for (int column = 0; column < cells.size(); column++) {
                @Nullable Object cell = cells.get(column).apply(row);
                if (cell instanceof Number && column > 0) {
                    lines.append(FORMAT.getDelimiterString()).append(cell);
                } else {
                    FORMAT.print(harmless(cell), lines, column == 0);
                }
            }
            FORMAT.println(lines);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
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

    /**
     * Begins the file with the header.
     *
     * @throws IOException if the file cannot be written
     */
    public TableFile begin(Path folder) throws IOException {
        return new TableFile(folder.resolve(fileName), FORMAT.format(header.toArray()) + FORMAT.getRecordSeparator());
    }

    /**
     * Writes header and rows.
     *
     * @throws IOException if the file cannot be written; what was there before stays
     */
    public void write(Path folder, Stream<R> rows) throws IOException {
        try (TableFile file = begin(folder)) {
            file.add(lines(rows));
            file.commit();
        }
    }
}
