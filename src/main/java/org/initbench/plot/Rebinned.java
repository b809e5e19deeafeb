package org.initbench.plot;

import java.util.Arrays;
import java.util.List;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerRow.Bin;

/**
 * Histograms with edges of their own, added up on common ones. Values inside a bin are taken as spread evenly over it; exact
 * zeros, whose number is known, are taken out, as the spike they make would press everything else to the ground.
 *
 * @param low left edge of the first bin
 * @param high right edge of the last one
 * @param counts by bin
 * @param total of all values, drawn or not
 * @param zeros values that are exactly 0
 * @param below values left of what the histograms cover
 * @param above values right of it
 */
record Rebinned(double low, double high, List<Double> counts, double total, double zeros, double below, double above) {

    static final int BINS = 50;

    /** The histograms of these rows between {@code low} and {@code high}. */
    static Rebinned of(List<LayerRow> rows, double low, double high) {
        double[] counts = new double[BINS];
        double total = 0;
        double zeros = 0;
        double below = 0;
        double above = 0;
        for (LayerRow row : rows) {
            double rowZeros = row.statistics().zeroFraction() * row.statistics().count();
            total += row.statistics().count();
            zeros += rowZeros;
            for (Bin bin : row.histogram()) {
                if (Double.isInfinite(bin.low())) {
                    below += bin.count();
                } else if (Double.isInfinite(bin.high())) {
                    above += bin.count();
                } else {
                    boolean holdsZero = bin.low() <= 0 && (bin.high() > 0 || (isLast(row, bin) && bin.high() == 0));
                    double count = holdsZero ? Math.max(0, bin.count() - rowZeros) : bin.count();
                    spread(counts, bin.low(), bin.high(), count, low, high);
                }
            }
        }
        return new Rebinned(low, high, Arrays.stream(counts).boxed().toList(), total, zeros, below, above);
    }

    private static boolean isLast(LayerRow row, Bin bin) {
        List<Bin> finite = row.histogram().stream()
                .filter(each -> Double.isFinite(each.high()))
                .toList();
        return finite.get(finite.size() - 1).equals(bin);
    }

    private static void spread(double[] counts, double binLow, double binHigh, double count, double low, double high) {
        double width = (high - low) / counts.length;
        int first = index(binLow, low, width, counts.length);
        int last = index(binHigh, low, width, counts.length);
        for (int i = first; i <= last; i++) {
            double from = Math.max(binLow, low + i * width);
            double to = Math.min(binHigh, low + (i + 1) * width);
            double share = first == last ? 1 : Math.max(0, to - from) / (binHigh - binLow);
            counts[i] += share * count;
        }
    }

    private static int index(double value, double low, double width, int bins) {
        return (int) Math.min(bins - 1, Math.max(0, Math.floor((value - low) / width)));
    }

    double tallest() {
        double tallest = 0;
        for (double count : counts) {
            tallest = Math.max(tallest, count);
        }
        return tallest;
    }
}
