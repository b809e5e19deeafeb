package org.initbench.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.initbench.config.Problems;

/** What was found out about a table, and what is wrong with it, in sentences. */
final class CsvFindings {

    private final Path file;
    private final Problems problems = new Problems();
    private final List<String> remarks = new ArrayList<>();

    CsvFindings(Path file) {
        this.file = file;
    }

    /** A place in a table. */
    record Cell(int row, CsvColumn column) {}

    /** Adds what is wrong, as a sentence that goes on after the file. */
    void wrong(String what) {
        problems.add("data.file: " + file + " " + what);
    }

    /** Adds what should be known. */
    void remark(String sentence) {
        remarks.add(sentence);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /**
     * Ends the reading if anything is wrong.
     *
     * @throws org.initbench.config.InvalidInputException with all of it
     */
    void throwIfAny() {
        problems.throwIfAny();
    }

    /** Tells of the first text in a column of numbers, and how many there are. */
    void tellMistakes(List<CsvColumn> columns, CsvRows rows) {
        int count = columns.stream().mapToInt(CsvColumn::mistakes).sum();
        first(columns, CsvColumn::firstMistake).ifPresent(cell -> {
            String text = cell.column().text(cell.row());
            wrong("has '" + text + "' in line " + rows.line(cell.row()) + ", column "
                    + cell.column().name() + ", where a number is expected" + more(count)
                    + (text.matches("[+-]?\\d+,\\d+")
                            ? "; data.decimal=comma takes decimal commas"
                            : "; correct it, or leave the column out with data.exclude"));
        });
    }

    /** The first of the columns' first ones in the file. */
    static Optional<Cell> first(List<CsvColumn> columns, Function<CsvColumn, OptionalInt> row) {
        return columns.stream()
                .flatMap(column -> row.apply(column).stream().mapToObj(each -> new Cell(each, column)))
                .min(Comparator.comparingInt(Cell::row)
                        .thenComparingInt(cell -> cell.column().index()));
    }

    /** How many there are beyond the one that is told. */
    static String more(int count) {
        return count > 1 ? " (and " + (count - 1) + " more)" : "";
    }
}
