package org.initbench.result;

import java.util.List;

/**
 * What was read where a study has data from files: what a report says of it.
 *
 * @param name of the data
 * @param examples how many there are, test examples among them
 * @param columns of a table, in its order; none for pictures
 * @param classes and how many examples each has; none where numbers are to be learned
 * @param decisions that were taken on the way, in sentences
 */
public record DataReading(
        String name, int examples, List<Column> columns, List<ClassCount> classes, List<String> decisions) {

    /** Where the manifest has a list of them. */
    public static final String KEY = "read";

    /**
     * A column.
     *
     * @param name of it
     * @param use what became of it, in words
     */
    public record Column(String name, String use) {}

    /**
     * A class.
     *
     * @param name of it
     * @param count of its examples
     */
    public record ClassCount(String name, int count) {}

    /** Keeps its own lists. */
    public DataReading {
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
        decisions = List.copyOf(decisions);
    }
}
