package org.initbench.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Suggestion;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Examples from a CSV file: one column is the class, all others are features. Numbers are features as they are, a column of texts
 * becomes a feature for each of them. Two classes make one label column of 0 and 1, more a column for each; classes are in order
 * of their values, as numbers where all are. What is found out, and left out, is said.
 */
final class CsvExamples implements TabularData.Pickable {

    /** More different values than these are no classes where they are numbers, and need rows to learn from where they are words. */
    private static final int MOST_CLASSES = 20;

    private static final int FEWEST_ROWS_A_CLASS = 5;

    private final CsvRecords records;
    private final CsvSettings settings;
    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks;
    private final List<CsvFeature> features = new ArrayList<>();
    private final List<String> classes;
    private final int[] rows;
    private final int[] labels;

    private CsvExamples(CsvRecords records, String label, CsvSettings settings) {
        this.records = records;
        this.settings = settings;
        this.remarks = new ArrayList<>(records.remarks());
        checkShape();
        Optional<CsvColumn> classColumn = find(label);
        IntStream.range(0, records.header().size())
                .mapToObj(index -> new CsvColumn(records, index))
                .filter(column -> !classColumn.equals(Optional.of(column)))
                .forEach(this::addFeature);
        this.classes = classColumn.map(this::classes).orElse(List.of());
        IntPredicate isWhole =
                row -> features.stream().noneMatch(feature -> feature.column().isMissing(row));
        this.rows = IntStream.range(0, records.rows().size())
                .filter(row -> !settings.missing().equals("drop") || isWhole.test(row))
                .toArray();
        checkFeatures();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        CsvColumn labeled = classColumn.orElseThrow();
        this.labels = Arrays.stream(rows)
                .map(row -> classes.indexOf(labeled.label(row)))
                .toArray();
        if (rows.length < records.rows().size()) {
            remarks.add(records.rows().size() - rows.length + " rows with missing values are left out");
        }
    }

    /**
     * Reads a file.
     *
     * @param label name of the column that holds the class
     * @throws InvalidInputException with everything that is wrong with it
     */
    static CsvExamples read(Path file, String label, CsvSettings settings) {
        return new CsvExamples(CsvRecords.read(file, settings), label, settings);
    }

    /** Rows of another length stand in no columns at all. */
    private void checkShape() {
        int columns = records.header().size();
        int[] others = IntStream.range(0, records.rows().size())
                .filter(row -> records.rows().get(row).length != columns)
                .toArray();
        if (others.length > 0) {
            throw new InvalidInputException(
                    List.of(sentence("has " + records.rows().get(others[0]).length + " values in line "
                            + line(others[0]) + ", and there are " + columns + " columns" + more(others.length))));
        }
        Set<String> names = new TreeSet<>();
        records.header().stream()
                .filter(name -> !name.isEmpty() && !names.add(name))
                .distinct()
                .forEach(name -> wrong("has two columns " + name + "; give one of them another name"));
    }

    private Optional<CsvColumn> find(String name) {
        int index = records.header().indexOf(name);
        if (index < 0) {
            wrong("has no column " + name + Suggestion.forUnknown(name, records.header())
                    + "; data.label names the one that holds the class");
        }
        settings.exclude().forEach(this::checkName);
        settings.include().forEach(this::checkName);
        return index < 0 ? Optional.empty() : Optional.of(new CsvColumn(records, index));
    }

    private void checkName(String name) {
        if (!records.header().contains(name)) {
            wrong("has no column " + name + Suggestion.forUnknown(name, records.header()));
        }
    }

    private void addFeature(CsvColumn column) {
        if (settings.include().contains(column.name())) {
            features.add(CsvFeature.of(column));
        } else if (settings.exclude().contains(column.name())) {
            remarks.add("column " + column.name() + " is left out, as data.exclude says");
        } else if (!settings.include().isEmpty()) {
            remarks.add("column " + column.name() + " is left out, as data.include names others");
        } else if (column.name().isEmpty() || column.name().startsWith("Unnamed:")) {
            remarks.add("column " + (column.index() + 1) + " is left out, as it has no name");
        } else if (column.numbersRows() && records.header().size() > 2) {
            remarks.add("column " + column.name()
                    + " is left out, as it numbers the rows (data.include takes columns whatever is in them)");
        } else {
            features.add(CsvFeature.of(column));
        }
    }

    private void checkFeatures() {
        if (features.isEmpty()) {
            wrong("has no column of features");
        }
        List<int[]> mistakes = new ArrayList<>();
        for (CsvFeature feature : features) {
            feature.column()
                    .mistakes()
                    .forEach(
                            row -> mistakes.add(new int[] {row, feature.column().index()}));
            if (feature.texts().size() > settings.categories()) {
                wrong("has " + feature.texts().size() + " different texts in column "
                        + feature.column().name()
                        + ", more than data.categories=" + settings.categories()
                        + "; leave it out with data.exclude, or raise data.categories");
            } else if (!feature.texts().isEmpty()) {
                remarks.add("column " + feature.column().name() + " is a feature for each of "
                        + feature.texts().stream().collect(Collectors.joining(", ")));
            }
        }
        first(mistakes)
                .ifPresent(cell -> wrong("has '" + records.rows().get(cell[0])[cell[1]] + "' in line "
                        + line(cell[0]) + ", column " + records.header().get(cell[1]) + ", where a number is expected"
                        + more(mistakes.size())));
        checkMissing();
    }

    private void checkMissing() {
        List<int[]> missing = new ArrayList<>();
        for (CsvFeature feature : features) {
            IntStream.range(0, records.rows().size())
                    .filter(feature.column()::isMissing)
                    .forEach(row -> missing.add(new int[] {row, feature.column().index()}));
        }
        Optional<int[]> first = first(missing);
        if (first.isPresent() && settings.missing().equals("error")) {
            int[] cell = first.get();
            wrong("has no value in line " + line(cell[0]) + ", column "
                    + records.header().get(cell[1])
                    + more(missing.size())
                    + "; data.missing=drop leaves such rows out, data.missing=mean takes the column's mean");
        }
        if (first.isPresent() && settings.missing().equals("mean")) {
            remarks.add("in place of " + missing.size()
                    + " missing values stands the mean of their column, or its most frequent text");
        }
    }

    /** The one that comes first in the file. */
    private static Optional<int[]> first(List<int[]> cells) {
        return cells.stream().min((one, other) -> one[0] != other[0] ? one[0] - other[0] : one[1] - other[1]);
    }

    private static String more(int count) {
        return count > 1 ? " (and " + (count - 1) + " more)" : "";
    }

    private int line(int row) {
        return records.lines().get(row);
    }

    private List<String> classes(CsvColumn column) {
        int[] missing = IntStream.range(0, records.rows().size())
                .filter(column::isMissing)
                .toArray();
        if (missing.length > 0) {
            wrong("has no label in line " + line(missing[0]) + ", column " + column.name() + more(missing.length)
                    + "; a row without one teaches nothing: remove it");
        }
        List<String> values = column.values();
        if (values.size() == 1) {
            wrong("has but one class in column " + column.name());
        }
        boolean areNumbers = values.stream().allMatch(value -> CsvColumn.isNumber(value, records.hasDecimalComma()));
        if (areNumbers) {
            refuseNumbers(column, values);
        } else if (values.size() > MOST_CLASSES && records.rows().size() < FEWEST_ROWS_A_CLASS * values.size()) {
            noClasses(column, values, "values", "");
        }
        return values;
    }

    /** What is measured or counted is no class, though each value can be taken for one. */
    private void refuseNumbers(CsvColumn column, List<String> values) {
        boolean areWhole = values.stream().allMatch(value -> value.matches("[+-]?\\d+"));
        if (!areWhole || values.size() > MOST_CLASSES) {
            String kind = areWhole ? "numbers" : "numbers, not all whole,";
            noClasses(column, values, kind, ", or write classes as words");
        }
    }

    private void noClasses(CsvColumn column, List<String> values, String kind, String orElse) {
        wrong("has " + values.size() + " different " + kind + " in "
                + records.rows().size() + " rows of column "
                + column.name()
                + ", which is no list of classes; name the column that holds the class with data.label"
                + orElse);
    }

    /** How many. */
    int count() {
        return rows.length;
    }

    /** Numbers of each example. */
    int features() {
        return features.stream()
                .mapToInt(feature -> Math.max(1, feature.texts().size()))
                .sum();
    }

    /** Names of the classes, in order. */
    List<String> classes() {
        return classes;
    }

    /** What was found out about the file, and what was left out, in sentences. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public String name() {
        return String.valueOf(records.file().getFileName());
    }

    @Override
    public Examples pick(int[] positions, DataType type) {
        double[][] picked = new double[positions.length][];
        int[] pickedLabels = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            int row = rows[positions[i]];
            picked[i] = features.stream()
                    .flatMapToDouble(feature -> feature.values(row))
                    .toArray();
            pickedLabels[i] = labels[positions[i]];
        }
        return Examples.classified(picked, pickedLabels, classes.size(), type);
    }

    private void wrong(String what) {
        problems.add(sentence(what));
    }

    private String sentence(String what) {
        return "data.file: " + records.file() + " " + what;
    }
}
