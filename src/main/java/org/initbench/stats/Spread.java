package org.initbench.stats;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.initbench.stats.Bootstrap.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a sample lie; each part is null where there are too few values for it.
 *
 * @param mean of all values
 * @param std sample deviation, from two values on
 * @param interval 95 % bootstrap interval of the mean, from three values on
 * @param interquartileMean mean of what is left when a quarter of the values, rounded down, is cut from each end:
 *     Agarwal et al. 2021
 * @param interquartileInterval 95 % bootstrap interval of the interquartile mean
 */
public record Spread(
        @Nullable Double mean,
        @Nullable Double std,
        @Nullable Interval interval,
        @Nullable Double interquartileMean,
        @Nullable Interval interquartileInterval) {

    /** The spread of these values. */
    public static Spread of(double[] values) {
        if (values.length == 0) {
            return new Spread(null, null, null, null, null);
        }
        Double std =
                values.length < 2 ? null : (Double) StandardDeviation.of(values).getAsDouble();
        return new Spread(
                Mean.of(values).getAsDouble(),
                std,
                Bootstrap.interval(values).orElse(null),
                interquartileMean(values),
                Bootstrap.interval(values, Spread::interquartileMean).orElse(null));
    }

    private static double interquartileMean(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int cut = sorted.length / 4;
        return Mean.of(Arrays.copyOfRange(sorted, cut, sorted.length - cut)).getAsDouble();
    }
}
