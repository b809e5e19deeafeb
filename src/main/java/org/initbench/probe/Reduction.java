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
        Fixed range = settings.range() instanceof Fixed fixed ? fixed : finiteExtremes(sample);
        boolean hasRange = Double.isFinite(range.high() - range.low());
        Histogram histogram =
                hasRange ? new Histogram(range.low(), range.high(), settings.bins()) : new Histogram(0, 0, 1);
        Moments moments = new Moments(saturation, histogram);
        int units = sample.units();
        long[] nonZeros = new long[units];
        for (double[] part : sample.parts()) {
            int perUnit = part.length / units;
            for (int unit = 0; unit < units; unit++) {
                int from = unit * perUnit;
                nonZeros[unit] += perUnit - moments.add(part, from, from + perUnit);
            }
        }
        long dead = Arrays.stream(nonZeros).filter(count -> count == 0).count();
        return new Reduction(
                moments.statistics(sample.min(), sample.max()),
                moments.saturatedFraction(),
                (double) dead / units,
                hasRange ? histogram.bins() : List.of());
    }

    private static Fixed finiteExtremes(Sample sample) {
        if (Double.isFinite(sample.min()) && Double.isFinite(sample.max())) {
            return new Fixed(sample.min(), sample.max());
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
