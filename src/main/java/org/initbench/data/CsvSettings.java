package org.initbench.data;

import java.util.List;
import org.initbench.config.Section;

/**
 * How a CSV file is read; what is {@code auto} is found out from the file and said.
 *
 * @param delimiter {@code auto}, {@code comma}, {@code semicolon}, {@code tab} or {@code bar}
 * @param decimal {@code auto}, {@code point} or {@code comma}
 * @param header whether the first line names the columns: {@code auto}, {@code yes} or {@code no}
 * @param encoding {@code auto}, which is UTF-8, or the name of a character set
 * @param exclude columns that are left out
 * @param include columns that are features whatever speaks against it; all where the list is empty
 * @param categories the most texts of a column that becomes a feature each
 * @param task whether the label is one of {@code classes} or a number of {@code values}; {@code auto}, classes unless it has
 *     numbers that hardly are, of which it is asked
 * @param missing what is done about missing values: {@code error}, {@code drop} or {@code mean}
 */
record CsvSettings(
        String delimiter,
        String decimal,
        String header,
        String encoding,
        List<String> exclude,
        List<String> include,
        int categories,
        String task,
        String missing) {

    static final String AUTO = "auto";
    static final String CLASSES = "classes";
    static final String VALUES = "values";

    /** What holds where a study says nothing. */
    static final CsvSettings DEFAULT = new CsvSettings(AUTO, AUTO, AUTO, AUTO, List.of(), List.of(), 20, AUTO, "error");

    /** Reads the keys of a {@code data} section that are given. */
    static CsvSettings read(Section data) {
        return new CsvSettings(
                choice(data, "delimiter", List.of(AUTO, "comma", "semicolon", "tab", "bar")),
                choice(data, "decimal", List.of(AUTO, "point", "comma")),
                choice(data, "header", List.of(AUTO, "yes", "no")),
                data.has("encoding") ? data.text("encoding", AUTO) : AUTO,
                data.has("exclude") ? data.texts("exclude") : List.of(),
                data.has("include") ? data.texts("include") : List.of(),
                data.has("categories") ? data.integer("categories", DEFAULT.categories, 1) : DEFAULT.categories,
                choice(data, "task", List.of(AUTO, CLASSES, VALUES)),
                choice(data, "missing", List.of("error", "drop", "mean")));
    }

    /** Keys that are not given stay out of the study as it is resolved. */
    private static String choice(Section data, String key, List<String> allowed) {
        return data.has(key) ? data.choice(key, allowed.get(0), allowed) : allowed.get(0);
    }
}
