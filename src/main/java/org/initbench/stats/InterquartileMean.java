package org.initbench.stats;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.jspecify.annotations.Nullable;

/**
 * The mean of what is left of a sample when a quarter of the values, rounded down, is cut from each end. Agarwal et al. 2021.
 *
 * @param mean null without values
 * @param interval its 95 % bootstrap interval, from ten values on
 */
public record InterquartileMean(@Nullable Double mean, @Nullable Interval interval) {

    /** That of these values. */
    public static InterquartileMean of(double[] values) {
        if (values.length == 0) {
            return new InterquartileMean(null, null);
        }
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        return new InterquartileMean(
                mean(ascending),
                Bootstrap.interval(values, InterquartileMean::mean).orElse(null));
    }

    private static double mean(double[] ascending) {
        int cut = ascending.length / 4;
        return Mean.of(Arrays.copyOfRange(ascending, cut, ascending.length - cut))
                .getAsDouble();
    }
}
