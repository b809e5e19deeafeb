package org.initbench.stats;

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
 */
public record Spread(@Nullable Double mean, @Nullable Double std, @Nullable Interval interval) {

    /** The spread of these values. */
    public static Spread of(double[] values) {
        if (values.length == 0) {
            return new Spread(null, null, null);
        }
        Double std =
                values.length < 2 ? null : (Double) StandardDeviation.of(values).getAsDouble();
        return new Spread(
                Mean.of(values).getAsDouble(), std, Bootstrap.interval(values).orElse(null));
    }
}
