package org.initbench.data;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;

/**
 * The columns of a CSV file.
 *
 * @param columns in the file's order; called {@code c1}, {@code c2}, … where it names none
 * @param rows how many, blank lines left out, and where each begins in the file
 * @param remarks what was found out, in sentences
 */
record CsvTable(Path file, List<CsvColumn> columns, CsvRows rows, List<String> remarks) {

    /** So much of a file tells how it is written: more than any header has. */
    private static final int HEAD = 1 << 20;

    private static final char QUOTE = '"';

    private static final Map<String, Character> DELIMITERS = new LinkedHashMap<>();

    static {
        DELIMITERS.put("comma", ',');
        DELIMITERS.put("semicolon", ';');
        DELIMITERS.put("tab", '\t');
        DELIMITERS.put("bar", '|');
    }

    /**
     * Reads them in one pass.
     *
     * @throws InvalidInputException if the file cannot be read, or is no CSV file
     */
    static CsvTable read(Path file, CsvSettings settings) {
        return new CsvText(file, settings.encoding()).read(text -> read(file, text, settings));
    }

    private static CsvTable read(Path file, BufferedReader text, CsvSettings settings) throws IOException {
        List<String> remarks = new ArrayList<>();
        String head = head(text);
        char delimiter = delimiter(head, settings, remarks);
        List<String> first = first(file, head, delimiter);
        boolean isNamed = isNamed(first, settings, remarks);
        CsvNumbers numbers = new CsvNumbers(settings.decimal().equals("comma")
                || (settings.decimal().equals(CsvSettings.AUTO) && delimiter != ','));
        List<CsvColumn> columns = IntStream.range(0, first.size())
                .mapToObj(index -> new CsvColumn(isNamed ? first.get(index) : "c" + (index + 1), index, numbers))
                .toList();
        CsvRows rows = new CsvRows(columns, isNamed);
        parse(file, text, delimiter, rows);
        if (rows.count() == 0) {
            throw new InvalidInputException(
                    "data.file: " + file + (isNamed ? " has no rows below a header" : " has no rows"));
        }
        if (numbers.hasComma() && settings.decimal().equals(CsvSettings.AUTO)) {
            remarks.add("numbers with a decimal comma" + (numbers.hasPoint() ? ", others with a point" : ""));
        }
        return new CsvTable(file, columns, rows, List.copyOf(remarks));
    }

    private static String head(BufferedReader text) throws IOException {
        text.mark(HEAD);
        StringBuilder head = new StringBuilder();
        char[] part = new char[1 << 13];
        for (int count = 0; count >= 0 && head.length() < HEAD; ) {
            count = text.read(part, 0, Math.min(part.length, HEAD - head.length()));
            head.append(part, 0, Math.max(0, count));
        }
        text.reset();
        return head.toString();
    }

    private static char delimiter(String head, CsvSettings settings, List<String> remarks) {
        if (!settings.delimiter().equals(CsvSettings.AUTO)) {
            return DELIMITERS.getOrDefault(settings.delimiter(), ',');
        }
        String first = head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
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

    /** The values of the first line that is not blank. */
    private static List<String> first(Path file, String head, char delimiter) {
        try {
            Iterator<List<String>> records = CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(head).stream()
                    .map(record ->
                            record.getFields().stream().map(String::strip).toList())
                    .filter(fields -> fields.size() > 1 || !fields.get(0).isEmpty())
                    .iterator();
            if (!records.hasNext()) {
                throw new InvalidInputException("data.file: " + file + " has no rows");
            }
            return records.next();
        } catch (CsvParseException broken) {
            throw noTable(file, 1, reason(broken));
        }
    }

    /** The first line names the columns unless there is a number in it. */
    private static boolean isNamed(List<String> first, CsvSettings settings, List<String> remarks) {
        if (!settings.header().equals(CsvSettings.AUTO)) {
            return !settings.header().equals("no");
        }
        boolean hasNumber = first.stream().anyMatch(CsvNumbers::isNumber);
        if (hasNumber) {
            remarks.add("no header, as there are numbers in the first line; columns are called c1, c2, …");
        }
        return !hasNumber;
    }

    private static void parse(Path file, Reader text, char delimiter, CsvRows rows) throws IOException {
        try {
            LastCharacter characters = new LastCharacter(text);
            boolean hasMore = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .build((CsvCallbackHandler<CsvRows>) rows, characters)
                    .iterator()
                    .hasNext();
            if (hasMore) {
                throw new IllegalStateException("rows go into columns, and are not handed out");
            }
            if (rows.endsQuoted() && characters.last() != QUOTE) {
                throw noTable(file, rows.line(), "a quote is never closed");
            }
        } catch (CsvParseException broken) {
            throw noTable(file, rows.line(), reason(broken));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static String reason(CsvParseException broken) {
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        return String.valueOf(cause.getMessage());
    }

    private static InvalidInputException noTable(Path file, long line, String reason) {
        return new InvalidInputException("data.file: " + file + " is no CSV file from line " + line + " on: " + reason);
    }

    /** Keeps which character came last, line ends left out: the parser takes a quote that is never closed for a closed one. */
    private static final class LastCharacter extends FilterReader {

        private char last;

        LastCharacter(Reader text) {
            super(text);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            for (int at = offset + count - 1; at >= offset; at--) {
                if (buffer[at] != '\n' && buffer[at] != '\r') {
                    last = buffer[at];
                    break;
                }
            }
            return count;
        }

        char last() {
            return last;
        }
    }
}
