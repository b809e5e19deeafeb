package org.initbench.data;

import java.util.List;

/**
 * Decides whether a column can be the label of a table.
 *
 * @param findings take what is wrong with it
 */
record CsvLabel(CsvTable table, CsvColumn column, CsvSettings settings, CsvFindings findings) {

    /** More different numbers than these are no classes unless a study says so. */
    private static final int MOST_CLASSES = 20;

    /** As many rows as these are needed for each class of more than {@link #MOST_CLASSES}. */
    private static final int FEWEST_ROWS_A_CLASS = 5;

    /** Names of the classes; none where the label is a number. */
    List<String> classes() {
        column.firstMissing()
                .ifPresent(row ->
                        findings.wrong("has no label in line " + table.rows().line(row) + ", column "
                                + column.name() + CsvFindings.more(column.missing())
                                + "; a row without one teaches nothing: remove it"));
        if (settings.task().equals(CsvSettings.VALUES)) {
            checkValues();
            return List.of();
        }
        List<String> values = column.values();
        if (values.size() == 1) {
            findings.wrong("has but one class in column " + column.name() + ", " + values.get(0)
                    + "; it takes two or more to learn anything");
        }
        boolean areNumbers = values.stream().allMatch(CsvNumbers::isNumber);
        if (settings.task().equals(CsvSettings.AUTO)) {
            if (areNumbers && (!column.isWhole() || values.size() > MOST_CLASSES)) {
                findings.wrong(
                        "has " + values.size() + " different numbers" + (column.isWhole() ? "" : ", not all whole,")
                                + " in " + table.rows().count() + " rows of column " + column.name()
                                + ", which may be classes or values: say data.task=classes, or data.task=values, or name"
                                + " another column with data.label");
            } else if (!areNumbers
                    && values.size() > MOST_CLASSES
                    && table.rows().count() < FEWEST_ROWS_A_CLASS * values.size()) {
                findings.wrong("has " + values.size() + " different texts in "
                        + table.rows().count() + " rows of column "
                        + column.name() + ", which is hardly a list of classes: name the column that holds them with"
                        + " data.label, or say data.task=classes");
            }
        }
        return values;
    }

    private void checkValues() {
        if (!column.isOfNumbers()) {
            findings.wrong("has texts in column " + column.name() + ", where data.task=values takes numbers; say"
                    + " data.task=classes, or name another column with data.label");
        } else {
            findings.tellMistakes(List.of(column), table.rows());
        }
    }
}
