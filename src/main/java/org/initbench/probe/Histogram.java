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
    private final long[] counts;
    private long below;
    private long above;

    /** Empty bins from {@code low} to {@code high}; a single point gets a range of width 1 around it, as in NumPy. */
    Histogram(double low, double high, int bins) {
        double first = low == high ? low - HALF_WIDTH_OF_A_POINT : low;
        double last = low == high ? high + HALF_WIDTH_OF_A_POINT : high;
        double step = (last - first) / bins;
        edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            edges[i] = first + i * step;
        }
        edges[bins] = last;
        counts = new long[bins];
    }

    /** Counts one value. */
    void add(double value) {
        int bins = counts.length;
        double first = edges[0];
        double last = edges[bins];
        if (value < first) {
            below++;
        } else if (value > last) {
            above++;
        } else if (!Double.isNaN(value)) {
            int bin = Math.min(bins - 1, (int) ((value - first) / (last - first) * bins));
            if (value < edges[bin]) {
                bin--;
            } else if (bin < bins - 1 && value >= edges[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
    }

    /** The bins, low to high; outer ones reach to infinity and stand only where they hold something. */
    List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        if (below > 0) {
            bins.add(new Bin(Double.NEGATIVE_INFINITY, edges[0], below));
        }
        for (int i = 0; i < counts.length; i++) {
            bins.add(new Bin(edges[i], edges[i + 1], counts[i]));
        }
        if (above > 0) {
            bins.add(new Bin(edges[counts.length], Double.POSITIVE_INFINITY, above));
        }
        return bins;
    }
}
