package org.initbench.probe;

import org.initbench.result.LayerRow.Statistics;

/**
 * Count, moments, extremes and zeros of a stream of values. Each block is summed on its own and joined to the rest by the
 * update of Chan, Golub &amp; LeVeque 1983, which keeps the deviation exact where the mean is large beside it.
 */
final class Moments {

    private static final int BLOCK = 1024;

    private long count;
    private double mean;
    private double squaredDeviations;
    private double squares;
    private double magnitudes;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long zeros;

    /** Adds values {@code from} to {@code to}, {@code to} excluded, and says how many of them are exactly 0. */
    int add(double[] values, int from, int to) {
        long zerosBefore = zeros;
        for (int start = from; start < to; start += BLOCK) {
            addBlock(values, start, Math.min(to, start + BLOCK));
        }
        return (int) (zeros - zerosBefore);
    }

    private void addBlock(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double value = values[i];
            sum += value;
            squares += value * value;
            magnitudes += Math.abs(value);
            min = Math.min(min, value);
            max = Math.max(max, value);
            if (value == 0) {
                zeros++;
            }
        }
        int added = to - from;
        double blockMean = sum / added;
        double deviations = 0;
        for (int i = from; i < to; i++) {
            double deviation = values[i] - blockMean;
            deviations += deviation * deviation;
        }
        long total = count + added;
        double shift = blockMean - mean;
        squaredDeviations += deviations + shift * shift * ((double) count * added / total);
        mean += shift * added / total;
        count = total;
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
                min,
                max,
                Math.sqrt(squares / count),
                (double) zeros / count,
                magnitudes / count);
    }
}
