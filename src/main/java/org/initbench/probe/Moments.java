package org.initbench.probe;

import org.initbench.result.LayerRow.Statistics;

/**
 * Count, moments, zeros, saturated values and histogram of a stream, in one pass. Each block is summed around its own first
 * value, so that no deviation is lost where the mean is large, and joined to the rest by the update of Chan, Golub &amp;
 * LeVeque 1983.
 */
final class Moments {

    private static final int BLOCK = 1024;

    private final double saturatedBelow;
    private final double saturatedAbove;
    private final Histogram histogram;
    private long count;
    private double mean;
    private double squaredDeviations;
    private double squares;
    private double magnitudes;
    private long zeros;
    private long saturated;

    Moments(Saturation saturation, Histogram histogram) {
        this.histogram = histogram;
        this.saturatedBelow = saturation.below();
        this.saturatedAbove = saturation.above();
    }

    /** Adds values {@code from} to {@code to}, {@code to} excluded, and says how many of them are exactly 0. */
    int add(double[] values, int from, int to) {
        long zerosBefore = zeros;
        for (int start = from; start < to; start += BLOCK) {
            addBlock(values, start, Math.min(to, start + BLOCK));
        }
        return (int) (zeros - zerosBefore);
    }

    /** The shift is one of the block's values, so that it is never far outside what it is subtracted from. */
    private void addBlock(double[] values, int from, int to) {
        double shift = values[from];
        double sum = 0;
        double shiftedSquares = 0;
        double blockSquares = squares;
        double blockMagnitudes = magnitudes;
        int blockZeros = 0;
        int blockSaturated = 0;
        for (int i = from; i < to; i++) {
            double value = values[i];
            double shifted = value - shift;
            sum += shifted;
            shiftedSquares += shifted * shifted;
            blockSquares += value * value;
            blockMagnitudes += Math.abs(value);
            blockZeros += value == 0 ? 1 : 0;
            blockSaturated += value < saturatedBelow || value > saturatedAbove ? 1 : 0;
            histogram.add(value);
        }
        squares = blockSquares;
        magnitudes = blockMagnitudes;
        zeros += blockZeros;
        saturated += blockSaturated;
        int added = to - from;
        long total = count + added;
        double distance = shift + sum / added - mean;
        double deviations = Math.max(0, shiftedSquares - sum * sum / added);
        squaredDeviations += deviations + distance * distance * ((double) count * added / total);
        mean += distance * added / total;
        count = total;
    }

    /** The fraction of values that are saturated; NaN where there is none. */
    double saturatedFraction() {
        return (double) saturated / count;
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
                Math.sqrt(squares / count),
                (double) zeros / count,
                magnitudes / count);
    }
}
