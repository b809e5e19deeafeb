package org.initbench.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.initbench.config.InvalidInputException;

/**
 * The records of a CSV file.
 *
 * @param header names of the columns; {@code c1}, {@code c2}, … where the file has none
 * @param rows their values, trimmed
 * @param lines where each row begins in the file, from 1
 * @param hasDecimalComma whether numbers have a comma where others have a point
 * @param remarks what was found out, in sentences
 */
record CsvRecords(
        Path file,
        List<String> header,
        List<String[]> rows,
        List<Integer> lines,
        boolean hasDecimalComma,
        List<String> remarks) {

    private static final Map<String, Character> DELIMITERS = new LinkedHashMap<>();

    static {
        DELIMITERS.put("comma", ',');
        DELIMITERS.put("semicolon", ';');
        DELIMITERS.put("tab", '\t');
        DELIMITERS.put("bar", '|');
    }

    /**
     * Reads them.
     *
     * @throws InvalidInputException if the file cannot be read, or is no CSV file
     */
    static CsvRecords read(Path file, CsvSettings settings) {
        String text = CsvText.read(file, settings.encoding());
        List<String> remarks = new ArrayList<>();
        char delimiter = delimiter(text, settings, remarks);
        List<String[]> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        parse(file, text, delimiter, rows, lines);
        if (rows.isEmpty()) {
            throw new InvalidInputException("data.file: " + file + " has no rows");
        }
        boolean isNamed = isNamed(rows, settings, remarks);
        List<String> header = header(rows, isNamed);
        if (isNamed) {
            rows.remove(0);
            lines.remove(0);
        }
        if (rows.isEmpty()) {
            throw new InvalidInputException("data.file: " + file + " has no rows below a header");
        }
        boolean comma = hasDecimalComma(rows, delimiter, settings);
        if (comma && settings.decimal().equals(CsvSettings.AUTO)) {
            remarks.add("numbers with a decimal comma");
        }
        return new CsvRecords(file, header, rows, lines, comma, List.copyOf(remarks));
    }

    private static char delimiter(String text, CsvSettings settings, List<String> remarks) {
        if (!settings.delimiter().equals(CsvSettings.AUTO)) {
            return DELIMITERS.getOrDefault(settings.delimiter(), ',');
        }
        String first = text.lines().findFirst().orElse("");
        Map.Entry<String, Character> most = Map.entry("comma", ',');
        long count = first.chars().filter(each -> each == ',').count();
        for (Map.Entry<String, Character> each : DELIMITERS.entrySet()) {
            long own = first.chars()
                    .filter(character -> character == each.getValue())
                    .count();
            if (own > count) {
                most = each;
                count = own;
            }
        }
        if (most.getValue() != ',') {
            remarks.add("columns between " + most.getKey() + "s");
        }
        return most.getValue();
    }

    private static void parse(Path file, String text, char delimiter, List<String[]> rows, List<Integer> lines) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        int line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            long before = 0;
            for (CSVRecord record : parser) {
                line = (int) before + 1;
                before = parser.getCurrentLineNumber();
                if (record.size() > 1 || !record.get(0).isEmpty()) {
                    rows.add(record.values());
                    lines.add((int) Math.max(line, before - newlines(record)));
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new InvalidInputException("data.file: " + file + " is no CSV file from line "
                    + (lines.isEmpty() ? 1 : lines.get(lines.size() - 1) + 1)
                    + " on: " + ExceptionUtils.getRootCause(broken).getMessage());
        }
    }

    /** A record may go over several lines, in quotes. */
    private static long newlines(CSVRecord record) {
        return record.stream()
                .flatMapToInt(String::chars)
                .filter(each -> each == '\n')
                .count();
    }

    /** The first line names the columns unless there is a number in it that stands in a column of numbers. */
    private static boolean isNamed(List<String[]> rows, CsvSettings settings, List<String> remarks) {
        if (!settings.header().equals(CsvSettings.AUTO)) {
            return !settings.header().equals("no");
        }
        boolean hasNumber = IntStream.range(0, rows.get(0).length)
                .anyMatch(column -> CsvColumn.isNumber(rows.get(0)[column], true));
        if (hasNumber) {
            remarks.add("no header, as there are numbers in the first line; columns are called c1, c2, …");
        }
        return !hasNumber;
    }

    private static List<String> header(List<String[]> rows, boolean isNamed) {
        if (isNamed) {
            return List.of(rows.get(0));
        }
        return IntStream.rangeClosed(1, rows.get(0).length)
                .mapToObj(number -> "c" + number)
                .toList();
    }

    private static boolean hasDecimalComma(List<String[]> rows, char delimiter, CsvSettings settings) {
        if (!settings.decimal().equals(CsvSettings.AUTO)) {
            return settings.decimal().equals("comma");
        }
        return delimiter != ','
                && rows.stream()
                        .limit(100)
                        .flatMap(row -> IntStream.range(0, row.length).mapToObj(column -> row[column]))
                        .anyMatch(value -> value.indexOf(',') >= 0 && CsvColumn.isNumber(value, true));
    }
}
