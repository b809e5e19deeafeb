package org.initbench.probe;

import org.initbench.result.LayerRow.Statistics;

/**
 * Count, moments, extremes, zeros and saturated values of a stream. Each piece is summed around its own first value, so that no deviation
 * is lost where the mean is large, and joined to the rest by the update of Chan, Golub &amp; LeVeque 1983.
 */
final class Moments {

    private final Saturation saturation;
    private final double[] block = new double[Values.PIECE];
    private long count;
    private double mean;
    private double squaredDeviations;
    private double magnitudes;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long zeros;
    private long saturated;

    Moments(Saturation saturation) {
        this.saturation = saturation;
    }

    void add(Values values) {
        values.forEachPiece(() -> {
            join(values.sums());
            if (saturation != Saturation.NONE) {
                values.read(block);
                saturated += saturated(values.count());
            }
        });
    }

    private void join(PieceSums piece) {
        int added = piece.count();
        long total = count + added;
        Deviations sums = piece.deviations();
        double distance = sums.shift() + sums.sum() / added - mean;
        double deviations = Math.max(0, sums.squares() - sums.sum() * sums.sum() / added);
        squaredDeviations += deviations + distance * distance * ((double) count * added / total);
        mean += distance * added / total;
        count = total;
        magnitudes += sums.sizes();
        min = Math.min(min, piece.min());
        max = Math.max(max, piece.max());
        zeros += piece.zeros();
    }

    private int saturated(int added) {
        double below = saturation.below();
        double above = saturation.above();
        int found = 0;
        for (int i = 0; i < added; i++) {
            found += block[i] < below || block[i] > above ? 1 : 0;
        }
        return found;
    }

    /** The fraction of values that are saturated; NaN where there is none. */
    double saturatedFraction() {
        return (double) saturated / count;
    }

    /** √mean(x²), from sums of what is not negative, so that nothing cancels; infinite values are the only ones that it misses. */
    private double rms() {
        boolean isInfinite = Double.isInfinite(min) || Double.isInfinite(max);
        return isInfinite ? Double.POSITIVE_INFINITY : Math.sqrt(squaredDeviations / count + mean * mean);
    }

    /** The statistics of all values added; NaN throughout where there is none. */
    Statistics statistics() {
        if (count == 0) {
            return new Statistics(
                    0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        return new Statistics(
                count,
                mean,
                Math.sqrt(squaredDeviations / count),
                min + 0.0,
                max + 0.0,
                rms(),
                (double) zeros / count,
                magnitudes / count);
    }
}
