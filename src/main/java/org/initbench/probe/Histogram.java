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

    private final double[] edges;
    private final double first;
    private final double last;
    private final double binsPerUnit;
    private final long[] counts;
    private long below;
    private long above;

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
        counts = new long[bins];
    }

    /** Counts one value. */
    void add(double value) {
        if (value >= first && value <= last) {
            counts[bin(value)]++;
        } else if (value < first) {
            below++;
        } else if (value > last) {
            above++;
        }
    }

    /** A guess, which rounding may leave one beside the bin whose edges the value lies between. */
    private int bin(double value) {
        int lastBin = edges.length - 2;
        double position = binsPerUnit < Double.POSITIVE_INFINITY
                ? (value - first) * binsPerUnit
                : (value - first) / (last - first) * counts.length;
        int bin = Math.min(lastBin, (int) position);
        if (value < edges[bin]) {
            return bin - 1;
        }
        return bin < lastBin && value >= edges[bin + 1] ? bin + 1 : bin;
    }

    /** The bins, low to high; outer ones reach to infinity and stand only where they hold something. */
    List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        if (below > 0) {
            bins.add(new Bin(Double.NEGATIVE_INFINITY, first, below));
        }
        for (int i = 0; i < counts.length; i++) {
            bins.add(new Bin(edges[i], edges[i + 1], counts[i]));
        }
        if (above > 0) {
            bins.add(new Bin(last, Double.POSITIVE_INFINITY, above));
        }
        return bins;
    }
}
