package org.initbench.stats;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a sample lie; each part is null where there are too few values for it.
 *
 * @param mean of all values
 * @param std sample deviation, from two values on
 * @param interval Student's 95 % interval of the mean, from three finite values on
 */
public record Spread(@Nullable Double mean, @Nullable Double std, @Nullable Interval interval) {

    /** The spread of these values. */
    public static Spread of(double[] values) {
        return of(values, 0);
    }

    /**
     * The spread of these values.
     *
     * @param leastDeviation below which the deviation is not believed where the interval is made of it
     */
    public static Spread of(double[] values, double leastDeviation) {
        if (values.length == 0) {
            return new Spread(null, null, null);
        }
        double mean = Mean.of(values).getAsDouble();
        if (values.length < 2) {
            return new Spread(mean, null, null);
        }
        double std = StandardDeviation.of(values).getAsDouble();
        boolean hasInterval = values.length >= Student.FEWEST && Double.isFinite(mean);
        return new Spread(
                mean, std, hasInterval ? Student.interval(mean, Math.max(leastDeviation, std), values.length) : null);
    }

    /** The same with an interval that ends where the quantity does. */
    public Spread within(double least, double most) {
        return interval == null ? this : new Spread(mean, std, interval.within(least, most));
    }
}
