package org.initbench.probe;

import org.initbench.result.LayerRow.Statistics;

/**
 * Count, moments, zeros and saturated values of a stream. Each block is summed around its own first value, so that no deviation
 * is lost where the mean is large, and joined to the rest by the update of Chan, Golub &amp; LeVeque 1983.
 */
final class Moments {

    private static final int BLOCK = 1024;

    private final Saturation saturation;
    private final double[] block = new double[BLOCK];
    private long count;
    private double mean;
    private double squaredDeviations;
    private double magnitudes;
    private long zeros;
    private long saturated;

    Moments(Saturation saturation) {
        this.saturation = saturation;
    }

    void add(Values values) {
        zeros += values.zeros();
        for (int start = 0; start < values.length(); start += BLOCK) {
            int end = Math.min(values.length(), start + BLOCK);
            values.read(start, end, block);
            addSums(end - start);
            saturated += saturation == Saturation.NONE ? 0 : saturated(end - start);
        }
    }

    /**
     * The shift is one of the block's values, so that it is never far outside what it is subtracted from. Two sums at a time, as
     * each addition has to wait for the one before.
     */
    private void addSums(int added) {
        double shift = block[0];
        double sum = 0;
        double otherSum = 0;
        double squares = 0;
        double otherSquares = 0;
        double sizes = 0;
        double otherSizes = 0;
        for (int i = 0; i < added - 1; i += 2) {
            double value = block[i];
            double other = block[i + 1];
            double shifted = value - shift;
            double otherShifted = other - shift;
            sum += shifted;
            otherSum += otherShifted;
            squares = Math.fma(shifted, shifted, squares);
            otherSquares = Math.fma(otherShifted, otherShifted, otherSquares);
            sizes += Math.abs(value);
            otherSizes += Math.abs(other);
        }
        if (added % 2 == 1) {
            double last = block[added - 1];
            sum += last - shift;
            squares = Math.fma(last - shift, last - shift, squares);
            sizes += Math.abs(last);
        }
        magnitudes += sizes + otherSizes;
        join(added, shift, sum + otherSum, squares + otherSquares);
    }

    private void join(int added, double shift, double sum, double shiftedSquares) {
        long total = count + added;
        double distance = shift + sum / added - mean;
        double deviations = Math.max(0, shiftedSquares - sum * sum / added);
        squaredDeviations += deviations + distance * distance * ((double) count * added / total);
        mean += distance * added / total;
        count = total;
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
    private double rms(double min, double max) {
        boolean isInfinite = Double.isInfinite(min) || Double.isInfinite(max);
        return isInfinite ? Double.POSITIVE_INFINITY : Math.sqrt(squaredDeviations / count + mean * mean);
    }

    /** The statistics of all values added, whose extremes are these; NaN throughout where there is none. */
    Statistics statistics(double min, double max) {
        if (count == 0) {
            return new Statistics(
                    0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        return new Statistics(
                count,
                mean,
                Math.sqrt(squaredDeviations / count),
                min,
                max,
                rms(min, max),
                (double) zeros / count,
                magnitudes / count);
    }
}
