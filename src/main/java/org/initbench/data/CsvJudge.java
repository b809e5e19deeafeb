package org.initbench.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Suggestion;
import org.initbench.result.DataReading;

/** Decides what the columns of a table are, and collects everything that is wrong with it. */
final class CsvJudge {

    /** More different numbers than these are no classes unless a study says so. */
    private static final int MOST_CLASSES = 20;

    /** As many rows as these are needed for each class of more than {@link #MOST_CLASSES}. */
    private static final int FEWEST_ROWS_A_CLASS = 5;

    private static final int MOST_NAMED = 10;

    private final CsvTable table;
    private final String label;
    private final CsvSettings settings;
    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks;
    private final List<DataReading.Column> uses = new ArrayList<>();
    private final List<CsvFeature> features = new ArrayList<>();

    /**
     * Of a table.
     *
     * @param label name of the column that holds the label
     */
    CsvJudge(CsvTable table, String label, CsvSettings settings) {
        this.table = table;
        this.label = label;
        this.settings = settings;
        this.remarks = new ArrayList<>(table.remarks());
    }

    /**
     * The examples of the table.
     *
     * @throws InvalidInputException with everything that is wrong with it
     */
    CsvExamples examples() {
        checkShape();
        checkNames();
        Optional<CsvColumn> labeled = table.columns().stream()
                .filter(column -> column.name().equals(label))
                .findFirst();
        table.columns().forEach(column -> {
            if (labeled.equals(Optional.of(column))) {
                use(column, "label, " + (isOfValues() ? "a number" : "a class"));
            } else {
                addFeature(column);
            }
        });
        List<String> classes = labeled.map(this::classes).orElse(List.of());
        checkFeatures();
        int[] rows = rows();
        if (rows.length < 2) {
            wrong("has " + rows.length + (rows.length == 1 ? " row" : " rows")
                    + (rows.length < count() ? " without missing values" : "")
                    + "; it takes two or more, one to learn from and one to be tested on");
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return examples(labeled.orElseThrow(), classes, rows);
    }

    private CsvExamples examples(CsvColumn labeled, List<String> classes, int[] rows) {
        if (rows.length < count()) {
            int left = count() - rows.length;
            remarks.add(left + (left == 1 ? " row with a missing value is" : " rows with missing values are")
                    + " left out");
        }
        if (isOfValues()) {
            double[] values = Arrays.stream(rows).mapToDouble(labeled::number).toArray();
            Task task = new Task(Task.Kind.VALUES, List.of(label));
            return new CsvExamples(table.file(), task, features, rows, values, reading(rows.length, List.of()));
        }
        int[] places = labeled.places(classes);
        int[] counts = new int[classes.size()];
        Arrays.stream(rows).forEach(row -> counts[places[row]]++);
        List<String> once = IntStream.range(0, counts.length)
                .filter(each -> counts[each] == 1)
                .mapToObj(classes::get)
                .toList();
        if (!once.isEmpty()) {
            remarks.add((once.size() == 1 ? "class " : "classes ") + some(once)
                    + (once.size() == 1 ? " occurs once, and is" : " occur once each, and are") + " never tested");
        }
        List<DataReading.ClassCount> shares = IntStream.range(0, counts.length)
                .mapToObj(each -> new DataReading.ClassCount(classes.get(each), counts[each]))
                .toList();
        double[] labels = Arrays.stream(rows).mapToDouble(row -> places[row]).toArray();
        return new CsvExamples(
                table.file(), Task.classes(classes), features, rows, labels, reading(rows.length, shares));
    }

    private DataReading reading(int examples, List<DataReading.ClassCount> classes) {
        return new DataReading(String.valueOf(table.file().getFileName()), examples, uses, classes, remarks);
    }

    private boolean isOfValues() {
        return settings.task().equals(CsvSettings.VALUES);
    }

    private int count() {
        return table.rows().count();
    }

    /** Rows of another length stand in no columns at all. */
    private void checkShape() {
        table.rows().misfit().ifPresent(misfit -> {
            int columns = table.columns().size();
            wrong("has " + misfit.values() + (misfit.values() == 1 ? " value" : " values") + " in line "
                    + misfit.line() + ", and there are " + columns + " columns"
                    + more(table.rows().misfits()) + "; a value with a delimiter in it stands in quotes");
            throw new InvalidInputException(problems);
        });
    }

    private void checkNames() {
        Set<String> names = new HashSet<>();
        table.columns().stream()
                .map(CsvColumn::name)
                .filter(name -> !name.isEmpty() && !names.add(name))
                .distinct()
                .forEach(name -> wrong("has two columns " + name + "; give one of them another name"));
        if (!names.contains(label)) {
            wrong("has no column " + label + Suggestion.forUnknown(label, names())
                    + "; data.label names the one that holds the label");
        }
        settings.exclude().forEach(this::checkName);
        settings.include().forEach(this::checkName);
    }

    private void checkName(String name) {
        if (!names().contains(name)) {
            wrong("has no column " + name + Suggestion.forUnknown(name, names()));
        }
    }

    private List<String> names() {
        return table.columns().stream().map(CsvColumn::name).toList();
    }

    private void addFeature(CsvColumn column) {
        String name = column.name();
        if (settings.include().contains(name)) {
            take(column);
        } else if (settings.exclude().contains(name)) {
            leave(column, name, "as data.exclude says");
        } else if (!settings.include().isEmpty()) {
            leave(column, name, "as data.include names others");
        } else if (name.isEmpty() || name.startsWith("Unnamed:")) {
            leave(column, String.valueOf(column.index() + 1), "as it has no name");
        } else if (column.numbersRows() && table.columns().size() > 2) {
            leave(column, name, "as it numbers the rows (data.include takes columns whatever is in them)");
        } else {
            take(column);
        }
    }

    private void leave(CsvColumn column, String called, String why) {
        remarks.add("column " + called + " is left out, " + why);
        use(column, "left out, " + why);
    }

    private void take(CsvColumn column) {
        CsvFeature feature = CsvFeature.of(column);
        features.add(feature);
        int texts = feature.texts().size();
        use(column, texts == 0 ? "a number" : texts + (texts == 1 ? " text" : " texts") + ", a feature each");
    }

    private void use(CsvColumn column, String use) {
        uses.add(new DataReading.Column(
                column.name().isEmpty() ? String.valueOf(column.index() + 1) : column.name(), use));
    }

    private void checkFeatures() {
        if (features.isEmpty()) {
            wrong("has no column of features");
        }
        for (CsvFeature feature : features) {
            String name = feature.column().name();
            int texts = feature.texts().size();
            if (texts > settings.categories()) {
                wrong("has " + texts + " different texts in column " + name + ", more than data.categories="
                        + settings.categories() + "; leave it out with data.exclude, or raise data.categories");
            } else if (texts > 0) {
                remarks.add("column " + name + " is a feature for each of " + String.join(", ", feature.texts()));
            }
        }
        List<CsvColumn> columns = features.stream().map(CsvFeature::column).toList();
        checkMistakes(columns);
        checkMissing(columns);
    }

    private void checkMistakes(List<CsvColumn> columns) {
        first(columns, CsvColumn::firstMistake)
                .ifPresent(cell -> wrong("has '" + cell.column().text(cell.row()) + "' in line "
                        + table.rows().line(cell.row()) + ", column "
                        + cell.column().name()
                        + ", where a number is expected" + more(sum(columns, CsvColumn::mistakes))
                        + (cell.column().text(cell.row()).matches("[+-]?\\d+,\\d+")
                                ? "; data.decimal=comma takes decimal commas"
                                : "; correct it, or leave the column out with data.exclude")));
    }

    private void checkMissing(List<CsvColumn> columns) {
        int missing = sum(columns, CsvColumn::missing);
        if (settings.missing().equals("mean") && missing > 0) {
            remarks.add("in place of " + missing
                    + (missing == 1 ? " missing value" : " missing values")
                    + " stands the mean of the column, or its most frequent text");
        }
        if (settings.missing().equals("error")) {
            first(columns, CsvColumn::firstMissing)
                    .ifPresent(
                            cell -> wrong(
                                    "has no value in line " + table.rows().line(cell.row()) + ", column "
                                            + cell.column().name() + more(missing)
                                            + "; data.missing=drop leaves such rows out, data.missing=mean takes the column's mean"));
        }
    }

    /** A place in the table. */
    private record Cell(int row, CsvColumn column) {}

    /** The first of the columns' first ones in the file. */
    private static Optional<Cell> first(List<CsvColumn> columns, Function<CsvColumn, OptionalInt> row) {
        return columns.stream()
                .flatMap(column -> row.apply(column).stream().mapToObj(each -> new Cell(each, column)))
                .min(Comparator.comparingInt(Cell::row)
                        .thenComparingInt(cell -> cell.column().index()));
    }

    private static int sum(List<CsvColumn> columns, ToIntFunction<CsvColumn> count) {
        return columns.stream().mapToInt(count).sum();
    }

    private static String more(int count) {
        return count > 1 ? " (and " + (count - 1) + " more)" : "";
    }

    private int[] rows() {
        return IntStream.range(0, count())
                .filter(row -> !settings.missing().equals("drop")
                        || features.stream()
                                .noneMatch(feature -> feature.column().isMissing(row)))
                .toArray();
    }

    /** Names of the classes; none where the label is a number. */
    private List<String> classes(CsvColumn column) {
        column.firstMissing()
                .ifPresent(row -> wrong("has no label in line " + table.rows().line(row) + ", column "
                        + column.name() + more(column.missing())
                        + "; a row without one teaches nothing: remove it"));
        if (isOfValues()) {
            checkValues(column);
            return List.of();
        }
        List<String> values = column.values();
        if (values.size() == 1) {
            wrong("has but one class in column " + column.name() + ", " + values.get(0)
                    + "; it takes two or more to learn anything");
        }
        boolean areNumbers = values.stream().allMatch(CsvNumbers::isNumber);
        if (settings.task().equals(CsvSettings.AUTO)) {
            if (areNumbers && (!column.isWhole() || values.size() > MOST_CLASSES)) {
                wrong("has " + values.size() + " different numbers" + (column.isWhole() ? "" : ", not all whole,")
                        + " in " + count() + " rows of column " + column.name()
                        + ", which may be classes or values: say data.task=classes, or data.task=values, or name"
                        + " another column with data.label");
            } else if (!areNumbers && values.size() > MOST_CLASSES && count() < FEWEST_ROWS_A_CLASS * values.size()) {
                wrong("has " + values.size() + " different texts in " + count() + " rows of column "
                        + column.name() + ", which is hardly a list of classes: name the column that holds them with"
                        + " data.label, or say data.task=classes");
            }
        }
        return values;
    }

    private void checkValues(CsvColumn column) {
        if (!column.isOfNumbers()) {
            wrong("has texts in column " + column.name() + ", where data.task=values takes numbers; say"
                    + " data.task=classes, or name another column with data.label");
        } else {
            checkMistakes(List.of(column));
        }
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? first + " and " + (names.size() - MOST_NAMED) + " more" : first;
    }

    private void wrong(String what) {
        problems.add("data.file: " + table.file() + " " + what);
    }
}
