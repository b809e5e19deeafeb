package org.initbench.probe;

import java.util.Arrays;
import java.util.List;
import org.initbench.probe.ProbeSettings.Fixed;
import org.initbench.result.LayerRow.Bin;
import org.initbench.result.LayerRow.Statistics;

/**
 * A sample as a few numbers.
 *
 * @param statistics of all values
 * @param saturatedFraction of all values, by the saturation that was asked for
 * @param deadUnitFraction units whose every value is 0
 * @param histogram empty where there is no finite value
 */
record Reduction(Statistics statistics, double saturatedFraction, double deadUnitFraction, List<Bin> histogram) {

    /** Reduces a sample that is not empty. */
    static Reduction of(Sample sample, Saturation saturation, ProbeSettings settings) {
        Moments moments = new Moments(saturation);
        int units = sample.units();
        long[] nonZeros = new long[units];
        for (double[] part : sample.parts()) {
            int perUnit = part.length / units;
            for (int unit = 0; unit < units; unit++) {
                int from = unit * perUnit;
                nonZeros[unit] += perUnit - moments.add(part, from, from + perUnit);
            }
        }
        Statistics statistics = moments.statistics();
        long dead = Arrays.stream(nonZeros).filter(count -> count == 0).count();
        return new Reduction(
                statistics,
                moments.saturatedFraction(),
                (double) dead / units,
                histogram(sample, statistics, settings));
    }

    private static List<Bin> histogram(Sample sample, Statistics statistics, ProbeSettings settings) {
        Fixed range = settings.range() instanceof Fixed fixed ? fixed : finiteExtremes(sample, statistics);
        if (!Double.isFinite(range.high() - range.low())) {
            return List.of();
        }
        Histogram histogram = new Histogram(range.low(), range.high(), settings.bins());
        for (double[] part : sample.parts()) {
            for (double value : part) {
                histogram.add(value);
            }
        }
        return histogram.bins();
    }

    private static Fixed finiteExtremes(Sample sample, Statistics statistics) {
        if (Double.isFinite(statistics.min()) && Double.isFinite(statistics.max())) {
            return new Fixed(statistics.min(), statistics.max());
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] part : sample.parts()) {
            for (double value : part) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return new Fixed(low, high);
    }
}
