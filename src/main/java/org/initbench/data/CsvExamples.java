package org.initbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.commons.lang3.math.NumberUtils;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.FileSplit;
import org.datavec.api.writable.Writable;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Suggestion;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Examples from a CSV file with a header: one column is the class, all others are numbers. Two classes make one label
 * column of 0 and 1, more a column for each; classes are in order of their values, as numbers where all are.
 */
final class CsvExamples implements TabularData.Pickable {

    /** More different values than these are no classes where they are numbers, and need rows to learn from where they are words. */
    private static final int MOST_CLASSES = 20;

    private static final int FEWEST_ROWS_A_CLASS = 5;

    private final Path file;
    private final List<String> header;
    private final List<List<Writable>> rows;
    private final int label;
    private final List<String> classes;

    private CsvExamples(Path file, List<List<Writable>> records, String label) {
        this.file = file;
        this.header = records.get(0).stream()
                .map(Writable::toString)
                .map(String::trim)
                .toList();
        this.rows = records.subList(1, records.size());
        this.label = header.indexOf(label);
        if (this.label < 0) {
            throw wrong("has no column " + label + Suggestion.forUnknown(label, header));
        }
        this.classes = classes();
    }

    /**
     * Reads a file.
     *
     * @param label name of the column that holds the class
     * @throws InvalidInputException if it cannot be read, a value is missing or no number, or the column holds no classes
     */
    static CsvExamples read(Path file, String label) {
        if (!Files.isReadable(file)) {
            throw new InvalidInputException("data.file: cannot read " + file);
        }
        List<List<Writable>> records = new ArrayList<>();
        try (CSVRecordReader reader = new CSVRecordReader()) {
            reader.initialize(new FileSplit(file.toFile()));
            while (reader.hasNext()) {
                records.add(reader.next());
            }
        } catch (IOException | InterruptedException unreadable) {
            throw new InvalidInputException("data.file: cannot read " + file + ", " + unreadable.getMessage());
        } catch (RuntimeException broken) {
            String reason = String.valueOf(ExceptionUtils.getRootCause(broken).getMessage());
            throw new InvalidInputException("data.file: " + file + " is no CSV file from row "
                    + Math.max(1, records.size()) + " on: " + reason);
        }
        if (records.size() < 2) {
            throw new InvalidInputException("data.file: " + file + " has no rows below a header");
        }
        return new CsvExamples(file, records, label);
    }

    private List<String> classes() {
        TreeSet<String> values =
                new TreeSet<>(Comparator.comparing(CsvExamples::number).thenComparing(value -> value));
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).size() != header.size()) {
                throw wrong("has " + rows.get(row).size() + " values in row " + (row + 1) + ", and its header names "
                        + header.size());
            }
            values.add(value(row, label));
        }
        if (values.size() < 2) {
            throw wrong("has but one class in column " + header.get(label));
        }
        refuseNumbers(values);
        refuseNames(values);
        return List.copyOf(values);
    }

    /** What is measured or counted is no class, though each value can be taken for one. */
    private void refuseNumbers(Set<String> values) {
        if (values.stream().anyMatch(value -> Double.isNaN(number(value)))) {
            return;
        }
        boolean isWhole = values.stream().mapToDouble(CsvExamples::number).allMatch(value -> value == Math.rint(value));
        if (!isWhole || values.size() > MOST_CLASSES) {
            throw noClasses(values, isWhole ? "numbers" : "numbers, not all whole,", ", or write classes as words");
        }
    }

    /** Names and the like, of which nearly every row has its own. */
    private void refuseNames(Set<String> values) {
        if (values.size() > MOST_CLASSES && rows.size() < FEWEST_ROWS_A_CLASS * values.size()) {
            throw noClasses(values, "values", "");
        }
    }

    private InvalidInputException noClasses(Set<String> values, String kind, String orElse) {
        return wrong("has " + values.size() + " different " + kind + " in " + rows.size() + " rows of column "
                + header.get(label)
                + ", which is no list of classes; name the column that holds the class with data.label"
                + orElse);
    }

    private static double number(String value) {
        return NumberUtils.toDouble(value, Double.NaN);
    }

    /** How many. */
    int count() {
        return rows.size();
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public Examples pick(int[] positions, DataType type) {
        double[][] features = new double[positions.length][];
        int[] labels = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            features[i] = features(positions[i]);
            labels[i] = classes.indexOf(value(positions[i], label));
        }
        return Examples.classified(features, labels, classes.size(), type);
    }

    private double[] features(int row) {
        double[] features = new double[header.size() - 1];
        int next = 0;
        for (int column = 0; column < header.size(); column++) {
            if (column != label) {
                features[next] = number(value(row, column));
                if (!Double.isFinite(features[next++])) {
                    throw wrong("has '" + value(row, column) + "' in row " + (row + 1) + ", column "
                            + header.get(column) + ", where a number is expected");
                }
            }
        }
        return features;
    }

    private String value(int row, int column) {
        return rows.get(row).get(column).toString().trim();
    }

    private InvalidInputException wrong(String what) {
        return new InvalidInputException("data.file: " + file + " " + what);
    }
}
