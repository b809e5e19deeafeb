package org.initbench.probe;

import java.util.ArrayList;
import java.util.List;
import org.initbench.result.LayerRow.Bin;

/**
 * Counts values in equal bins, low ≤ v &lt; high, the last one closed, with the edges and the counts of NumPy's
 * {@code histogram}. Values outside the range are counted apart; NaN is not counted.
 */
final class Histogram {

    private static final double HALF_WIDTH_OF_A_POINT = 0.5;
    private static final int BELOW = 0;

    private final double[] edges;
    private final double first;
    private final double last;
    private final double binsPerUnit;

    /** Of each place. */
    private final long[] counts;

    /** Empty bins from {@code low} to {@code high}; a single point gets a range of width 1 around it, as in NumPy. */
    Histogram(double low, double high, int bins) {
        first = low == high ? low - HALF_WIDTH_OF_A_POINT : low;
        last = low == high ? high + HALF_WIDTH_OF_A_POINT : high;
        double step = (last - first) / bins;
        edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            edges[i] = first + i * step;
        }
        edges[bins] = last;
        binsPerUnit = bins / (last - first);
        counts = new long[bins + 3];
    }

    /** Counts one value. */
    void add(double value) {
        counts[place(value)]++;
    }

    /** Counts some values at one place. */
    void add(int place, long more) {
        counts[place] += more;
    }

    /** Places there are: below the range, each bin, above the range, and not a number. */
    int places() {
        return counts.length;
    }

    /**
     * Where a value is counted; larger values have the same place or a later one. The bin is guessed first; rounding may leave
     * the guess one beside the bin whose edges the value lies between.
     */
    int place(double value) {
        int bins = edges.length - 1;
        if (!(value >= first && value <= last)) {
            return value < first ? BELOW : value > last ? bins + 1 : bins + 2;
        }
        double position = binsPerUnit < Double.POSITIVE_INFINITY
                ? (value - first) * binsPerUnit
                : (value - first) / (last - first) * bins;
        int bin = Math.min(bins - 1, (int) position);
        if (value < edges[bin]) {
            return bin;
        }
        return bin < bins - 1 && value >= edges[bin + 1] ? bin + 2 : bin + 1;
    }

    /** Where a place ends: no value there is larger. */
    double above(int place) {
        return place < edges.length ? edges[place] : Double.POSITIVE_INFINITY;
    }

    /** Where a place begins: no value there is smaller. */
    double below(int place) {
        return place == BELOW ? Double.NEGATIVE_INFINITY : edges[Math.min(place, edges.length) - 1];
    }

    /** The bins, low to high; outer ones reach to infinity and stand only where they hold something. */
    List<Bin> bins() {
        int count = edges.length - 1;
        List<Bin> bins = new ArrayList<>();
        if (counts[BELOW] > 0) {
            bins.add(new Bin(Double.NEGATIVE_INFINITY, first, counts[BELOW]));
        }
        for (int i = 0; i < count; i++) {
            bins.add(new Bin(edges[i], edges[i + 1], counts[i + 1]));
        }
        if (counts[count + 1] > 0) {
            bins.add(new Bin(last, Double.POSITIVE_INFINITY, counts[count + 1]));
        }
        return bins;
    }
}
