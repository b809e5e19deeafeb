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

    static final int BINS = 90;

    /** The histograms of these rows between {@code low} and {@code high}. */
    static Rebinned of(List<LayerRow> rows, double low, double high) {
        double[] counts = new double[BINS + 2];
        double total = 0;
        double zeros = 0;
        for (LayerRow row : rows) {
            double rowZeros = row.statistics().zeroFraction() * row.statistics().count();
            total += row.statistics().count();
            zeros += rowZeros;
            for (Bin bin : row.histogram()) {
                double count = holdsZero(row, bin) ? Math.max(0, bin.count() - rowZeros) : bin.count();
                spread(counts, bin, count, low, high);
            }
        }
        List<Double> inside = Arrays.stream(counts, 1, BINS + 1).boxed().toList();
        return new Rebinned(low, high, inside, total, zeros, counts[0], counts[BINS + 1]);
    }

    private static boolean holdsZero(LayerRow row, Bin bin) {
        boolean last = bin.equals(row.histogram().get(row.histogram().size() - 1));
        return bin.low() <= 0 && (bin.high() > 0 || (last && bin.high() == 0));
    }

    /** Into places for what is below, in the bins, and above. */
    private static void spread(double[] counts, Bin bin, double count, double low, double high) {
        double width = (high - low) / BINS;
        int first = place(bin.low(), low, width);
        int last = place(Math.nextDown(bin.high()), low, width);
        if (first == last || Double.isInfinite(bin.low()) || Double.isInfinite(bin.high())) {
            counts[Double.isInfinite(bin.high()) ? last : first] += count;
            return;
        }
        for (int i = first; i <= last; i++) {
            double from = i == 0 ? bin.low() : Math.max(bin.low(), low + (i - 1) * width);
            double to = i > BINS ? bin.high() : Math.min(bin.high(), low + i * width);
            counts[i] += count * Math.max(0, to - from) / (bin.high() - bin.low());
        }
    }

    /** 0 is below, 1 the first bin. */
    private static int place(double value, double low, double width) {
        return (int) Math.min(BINS + 1, Math.max(0, Math.floor((value - low) / width * (1 + 1e-12)) + 1));
    }

    double tallest() {
        double tallest = 0;
        for (double count : counts) {
            tallest = Math.max(tallest, count);
        }
        return tallest;
    }
}
