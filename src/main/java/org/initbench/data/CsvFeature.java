package org.initbench.data;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A column as the network sees it: its numbers, or a 1 in the place of its text among all of its texts.
 *
 * @param texts in order; empty for numbers
 */
record CsvFeature(CsvColumn column, List<String> texts, Values values) {

    /** Writes what a row has into the numbers of an example. */
    @FunctionalInterface
    interface Values {

        /** From {@code place} on, where there are zeros. */
        void write(int row, double[] numbers, int place);
    }

    static CsvFeature of(CsvColumn column) {
        if (column.isOfNumbers()) {
            double mean = column.missing() == 0 ? 0 : column.mean();
            return new CsvFeature(column, List.of(), (row, numbers, place) -> {
                double number = column.number(row);
                numbers[place] = Double.isNaN(number) ? mean : number;
            });
        }
        List<String> texts = column.values();
        int[] places = column.places(texts);
        int usual = column.missing() == 0 ? 0 : mostFrequent(places, texts);
        return new CsvFeature(
                column, texts, (row, numbers, place) -> numbers[place + (places[row] < 0 ? usual : places[row])] = 1);
    }

    /** Of texts that are equally frequent, the last one. */
    private static int mostFrequent(int[] places, List<String> texts) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int place : places) {
            if (place >= 0) {
                counts.merge(place, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(entry -> texts.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** How many numbers of an example it takes. */
    int width() {
        return Math.max(1, texts.size());
    }
}
