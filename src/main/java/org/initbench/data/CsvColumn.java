package org.initbench.data;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.lang3.math.NumberUtils;

/**
 * A column of a CSV file.
 *
 * @param index from 0
 */
record CsvColumn(CsvRecords records, int index) {

    private static final Set<String> MISSING = Set.of("", "na", "?", "nan");

    /** Below this share of numbers a column is one of texts, and not one of numbers with mistakes in it. */
    private static final double MOSTLY = 0.5;

    /** Whether a value is a finite number. */
    static boolean isNumber(String value, boolean hasDecimalComma) {
        return Double.isFinite(number(value, hasDecimalComma));
    }

    private static double number(String value, boolean hasDecimalComma) {
        return NumberUtils.toDouble(hasDecimalComma ? value.replace(',', '.') : value, Double.NaN);
    }

    String name() {
        return records.header().get(index);
    }

    String text(int row) {
        return records.rows().get(row)[index];
    }

    /** NaN where it is none. */
    double number(int row) {
        return number(text(row), records.hasDecimalComma());
    }

    boolean isMissing(int row) {
        return MISSING.contains(text(row).toLowerCase(Locale.ROOT));
    }

    private IntStream present() {
        return IntStream.range(0, records.rows().size()).filter(row -> !isMissing(row));
    }

    /** Whether it has numbers, but for mistakes. */
    boolean isOfNumbers() {
        long all = present().count();
        long numbers = present().filter(row -> Double.isFinite(number(row))).count();
        return numbers > MOSTLY * all || all == 0;
    }

    /** Rows in which it has something else than the numbers that it is of. */
    IntStream mistakes() {
        return isOfNumbers() ? present().filter(row -> !Double.isFinite(number(row))) : IntStream.empty();
    }

    /** Whether it does nothing but number the rows. */
    boolean numbersRows() {
        int rows = records.rows().size();
        double first = number(0);
        return rows > 2
                && (first == 0 || first == 1)
                && IntStream.range(0, rows).allMatch(row -> number(row) == first + row);
    }

    /** Its different texts, in order: as numbers where all are. */
    List<String> values() {
        TreeSet<String> values =
                new TreeSet<>(Comparator.comparing((String value) -> number(value, records.hasDecimalComma()))
                        .thenComparing(value -> value));
        present().forEach(row -> values.add(label(row)));
        return List.copyOf(values);
    }

    /** A text that equal numbers share: 1 and 1.0 are one class. */
    String label(int row) {
        double number = number(row);
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? String.valueOf((long) number) : text(row);
    }

    /** The mean of its numbers. */
    double mean() {
        return present().mapToDouble(this::number).average().orElse(0);
    }

    /** Its most frequent text. */
    String mode() {
        Map<String, Long> counts = present()
                .mapToObj(this::text)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
