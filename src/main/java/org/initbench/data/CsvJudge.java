package org.initbench.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Suggestion;
import org.initbench.result.DataReading;
import org.jspecify.annotations.Nullable;

/** Decides what the columns of a table are, and collects everything that is wrong with it. */
final class CsvJudge {

    private static final int MOST_NAMED = 10;

    /**
     * A column that is neither label nor feature.
     *
     * @param use that is made of it, in words
     * @param isAlone whether there are no features beside it
     */
    record Aside(String column, String use, boolean isAlone) {}

    private final CsvTable table;
    private final String label;
    private final @Nullable Aside aside;
    private final CsvSettings settings;
    private final CsvFindings findings;
    private final List<DataReading.Column> uses = new ArrayList<>();
    private final List<CsvFeature> features = new ArrayList<>();

    /**
     * Of a table.
     *
     * @param label name of the column that holds the label
     */
    CsvJudge(CsvTable table, String label, CsvSettings settings) {
        this(table, label, null, settings);
    }

    CsvJudge(CsvTable table, String label, @Nullable Aside aside, CsvSettings settings) {
        this.table = table;
        this.label = label;
        this.aside = aside;
        this.settings = settings;
        this.findings = new CsvFindings(table.file());
        table.remarks().forEach(findings::remark);
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
        List<String> classes = labeled.map(column -> new CsvLabel(table, column, settings, findings).classes())
                .orElse(List.of());
        checkFeatures();
        int[] rows = rows();
        if (rows.length < 2) {
            wrong("has " + rows.length + (rows.length == 1 ? " row" : " rows")
                    + (rows.length < count() ? " without missing values" : "")
                    + "; it takes two or more, one to learn from and one to be tested on");
        }
        findings.throwIfAny();
        return examples(labeled.orElseThrow(), classes, rows);
    }

    private CsvExamples examples(CsvColumn labeled, List<String> classes, int[] rows) {
        if (rows.length < count()) {
            int left = count() - rows.length;
            findings.remark(left + (left == 1 ? " row with a missing value is" : " rows with missing values are")
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
            findings.remark((once.size() == 1 ? "class " : "classes ") + some(once)
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
        return new DataReading(String.valueOf(table.file().getFileName()), examples, uses, classes, findings.remarks());
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
                    + CsvFindings.more(table.rows().misfits()) + "; a value with a delimiter in it stands in quotes");
            findings.throwIfAny();
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
        if (aside != null && !names.contains(aside.column())) {
            wrong("has no column " + aside.column() + ", which is to be " + aside.use()
                    + Suggestion.forUnknown(aside.column(), names()));
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
        if (aside != null && aside.column().equals(name)) {
            use(column, aside.use());
        } else if (aside != null && aside.isAlone()) {
            leave(column, name, "as " + aside.column() + " alone is read");
        } else if (settings.include().contains(name)) {
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
        findings.remark("column " + called + " is left out, " + why);
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
        if (features.isEmpty() && (aside == null || !aside.isAlone())) {
            wrong("has no column of features");
        }
        for (CsvFeature feature : features) {
            String name = feature.column().name();
            int texts = feature.texts().size();
            if (texts > settings.categories()) {
                wrong("has " + texts + " different texts in column " + name + ", more than data.categories="
                        + settings.categories() + "; leave it out with data.exclude, or raise data.categories");
            } else if (texts > 0) {
                findings.remark("column " + name + " is a feature for each of " + String.join(", ", feature.texts()));
            }
        }
        List<CsvColumn> columns = features.stream().map(CsvFeature::column).toList();
        findings.tellMistakes(columns, table.rows());
        checkMissing(columns);
    }

    private void checkMissing(List<CsvColumn> columns) {
        int missing = columns.stream().mapToInt(CsvColumn::missing).sum();
        if (settings.missing().equals("mean") && missing > 0) {
            findings.remark("in place of " + missing
                    + (missing == 1 ? " missing value" : " missing values")
                    + " stands the mean of the column, or its most frequent text");
        }
        if (settings.missing().equals("error")) {
            CsvFindings.first(columns, CsvColumn::firstMissing)
                    .ifPresent(
                            cell -> wrong(
                                    "has no value in line " + table.rows().line(cell.row()) + ", column "
                                            + cell.column().name() + CsvFindings.more(missing)
                                            + "; data.missing=drop leaves such rows out, data.missing=mean takes the column's mean"));
        }
    }

    private int[] rows() {
        return IntStream.range(0, count())
                .filter(row -> !settings.missing().equals("drop")
                        || features.stream()
                                .noneMatch(feature -> feature.column().isMissing(row)))
                .toArray();
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? first + " and " + (names.size() - MOST_NAMED) + " more" : first;
    }

    private void wrong(String what) {
        findings.wrong(what);
    }
}
