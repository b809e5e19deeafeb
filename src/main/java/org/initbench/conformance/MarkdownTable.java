package org.initbench.conformance;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables of a page of Markdown. */
final class MarkdownTable {

    private MarkdownTable() {}

    /** A table and an empty line. */
    static <T> String of(String header, List<T> rows, Function<T, List<String>> cells) {
        String rule = header.replaceAll("[^|]+", "---");
        String body = rows.stream()
                .map(row -> "| "
                        + String.join(
                                " | ",
                                cells.apply(row).stream()
                                        .map(MarkdownTable::cell)
                                        .toList()) + " |\n")
                .collect(Collectors.joining());
        return header + "\n" + rule + "\n" + body + "\n";
    }

    /** A bar would end the cell. */
    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** What one types. */
    static String code(String text) {
        return "`" + text + "`";
    }
}
