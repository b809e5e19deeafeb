package org.initbench.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV file and where their values come from. UTF-8, RFC 4180; doubles are written so that they read back
 * exactly, and null as an empty field.
 *
 * @param <R> what a row is made of
 */
public final class Table<R> {

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

    /** What a row has in a column. */
    @Nullable
    Object cell(R row, int column) {
        return cells.get(column).apply(row);
    }

    /**
     * Begins the file with the header.
     *
     * @throws IOException if the file cannot be written
     */
    public TableRows<R> begin(Path folder) throws IOException {
        return new TableRows<>(this, folder);
    }

    /**
     * Writes header and rows.
     *
     * @throws IOException if the file cannot be written; what was there before stays
     */
    public void write(Path folder, Stream<R> rows) throws IOException {
        try (TableRows<R> file = begin(folder)) {
            for (R row : (Iterable<R>) rows::iterator) {
                file.add(row);
            }
            file.commit();
        }
    }
}
