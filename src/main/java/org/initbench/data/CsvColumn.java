package org.initbench.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A column of a table: a number for each row, and in the place of what is none its code. Rows are added one after the other, a
 * chunk of memory at a time, so that nothing is copied as it grows; codes are only kept once there is one.
 */
final class CsvColumn {

    /** Below this share of numbers a column is one of texts, and not one of numbers with mistakes in it. */
    private static final double MOSTLY = 0.5;

    private static final int BITS = 14;
    private static final int CHUNK = 1 << BITS;
    private static final int NUMBER = -1;
    private static final int MISSING = -2;

    private final String name;
    private final int index;
    private final CsvNumbers reader;
    private final List<double[]> numbers = new ArrayList<>();
    private final List<int[]> codes = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> codeOf = new HashMap<>();
    private int rows;
    private int missing;
    private int textual;

    /**
     * An empty column.
     *
     * @param index from 0
     */
    CsvColumn(String name, int index, CsvNumbers reader) {
        this.name = name;
        this.index = index;
        this.reader = reader;
    }

    String name() {
        return name;
    }

    int index() {
        return index;
    }

    /** Adds the value of the next row. */
    void add(char[] characters, int from, int length) {
        if (isMissing(characters, from, length)) {
            addMissing();
            return;
        }
        double number = reader.parse(characters, from, length);
        int code = NUMBER;
        if (Double.isNaN(number)) {
            String text = new String(characters, from, length);
            Integer known = codeOf.get(text);
            code = known == null ? texts.size() : known;
            if (known == null) {
                codeOf.put(text, code);
                texts.add(text);
            }
            textual++;
        }
        add(number, code);
    }

    /** Adds a row that has no value. */
    void addMissing() {
        missing++;
        add(Double.NaN, MISSING);
    }

    private void add(double number, int code) {
        int place = rows & (CHUNK - 1);
        if (place == 0) {
            numbers.add(new double[CHUNK]);
            if (!codes.isEmpty()) {
                codes.add(noCodes());
            }
        }
        numbers.get(rows >> BITS)[place] = number;
        if (code != NUMBER && codes.isEmpty()) {
            numbers.forEach(chunk -> codes.add(noCodes()));
        }
        if (!codes.isEmpty()) {
            codes.get(rows >> BITS)[place] = code;
        }
        rows++;
    }

    private static int[] noCodes() {
        int[] chunk = new int[CHUNK];
        Arrays.fill(chunk, NUMBER);
        return chunk;
    }

    /** Nothing, {@code NA}, {@code ?} and {@code NaN}, in letters of any size. */
    private static boolean isMissing(char[] characters, int from, int length) {
        return switch (length) {
            case 0 -> true;
            case 1 -> characters[from] == '?';
            case 2 -> isN(characters[from]) && isA(characters[from + 1]);
            case 3 -> isN(characters[from]) && isA(characters[from + 1]) && isN(characters[from + 2]);
            default -> false;
        };
    }

    private static boolean isN(char letter) {
        return letter == 'n' || letter == 'N';
    }

    private static boolean isA(char letter) {
        return letter == 'a' || letter == 'A';
    }

    /** NaN where it is none. */
    double number(int row) {
        return numbers.get(row >> BITS)[row & (CHUNK - 1)];
    }

    private int code(int row) {
        return codes.isEmpty() ? NUMBER : codes.get(row >> BITS)[row & (CHUNK - 1)];
    }

    boolean isMissing(int row) {
        return code(row) == MISSING;
    }

    /** How many rows have no value. */
    int missing() {
        return missing;
    }

    OptionalInt firstMissing() {
        return missing == 0 ? OptionalInt.empty() : first(MISSING);
    }

    private OptionalInt first(int code) {
        return IntStream.range(0, rows).filter(row -> code(row) == code).findFirst();
    }

    /** Whether it has numbers, but for mistakes. */
    boolean isOfNumbers() {
        int present = rows - missing;
        return present == 0 || present - textual > MOSTLY * present;
    }

    /** How many texts there are in a column of numbers. */
    int mistakes() {
        return isOfNumbers() ? textual : 0;
    }

    OptionalInt firstMistake() {
        return mistakes() == 0
                ? OptionalInt.empty()
                : IntStream.range(0, rows).filter(row -> code(row) >= 0).findFirst();
    }

    /** Whether it does nothing but number the rows. */
    boolean numbersRows() {
        double first = number(0);
        return rows > 2
                && textual + missing == 0
                && (first == 0 || first == 1)
                && IntStream.range(0, rows).allMatch(row -> number(row) == first + row);
    }

    /** What stands in a row, a number as {@link CsvNumbers#text} writes it: 1 and 1.0 are one class. */
    String text(int row) {
        int code = code(row);
        return code >= 0 ? texts.get(code) : CsvNumbers.text(number(row));
    }

    /** Its different texts, numbers in their order before words in theirs. */
    List<String> values() {
        Set<Double> different = new HashSet<>();
        IntStream.range(0, rows)
                .filter(row -> code(row) == NUMBER)
                .forEach(row -> different.add(number(row) == 0 ? 0.0 : number(row)));
        List<String> values = new ArrayList<>(
                different.stream().sorted().map(CsvNumbers::text).toList());
        texts.stream().sorted(Comparator.naturalOrder()).forEach(values::add);
        return List.copyOf(values);
    }

    /**
     * The place of each row's text among some of them; below 0 for rows without a value, and for others.
     *
     * @param values different texts
     */
    int[] places(List<String> values) {
        Map<String, Integer> places = new HashMap<>();
        values.forEach(value -> places.put(value, places.size()));
        int[] ofText =
                texts.stream().mapToInt(text -> places.getOrDefault(text, -1)).toArray();
        Map<Double, Integer> ofNumber = new HashMap<>();
        int[] all = new int[rows];
        for (int row = 0; row < rows; row++) {
            int code = code(row);
            all[row] = code >= 0
                    ? ofText[code]
                    : code == MISSING
                            ? -1
                            : ofNumber.computeIfAbsent(
                                    number(row), number -> places.getOrDefault(CsvNumbers.text(number), -1));
        }
        return all;
    }

    /** The mean of its numbers. */
    double mean() {
        return IntStream.range(0, rows)
                .mapToDouble(this::number)
                .filter(number -> !Double.isNaN(number))
                .average()
                .orElse(0);
    }

    /** Whether all of its numbers are whole. */
    boolean isWhole() {
        return IntStream.range(0, rows)
                .mapToDouble(this::number)
                .allMatch(number -> Double.isNaN(number) || number == Math.rint(number));
    }
}
