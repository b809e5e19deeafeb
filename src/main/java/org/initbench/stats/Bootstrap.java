package org.initbench.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Mean;

/** The percentile bootstrap interval of a statistic: 95 %, 10,000 resamples from a fixed seed. Efron 1979. */
public final class Bootstrap {

    private static final int FEWEST_VALUES = 3;

    private Bootstrap() {}

    /** The ends of an interval. */
    public record Interval(double low, double high) {}

    /** The interval of the mean; nothing where {@link #interval(double[], ToDoubleFunction)} gives nothing. */
    public static Optional<Interval> interval(double[] values) {
        return interval(values, resample -> Mean.of(resample).getAsDouble());
    }

    /**
     * The interval of a statistic. Nothing below three values, where it would mean little, nor where a value is infinite
     * or not a number, which has no middle to be uncertain about.
     *
     * @param statistic of a resample, which it may not keep or change
     */
    public static Optional<Interval> interval(double[] values, ToDoubleFunction<double[]> statistic) {
        if (values.length < FEWEST_VALUES || !Arrays.stream(values).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        if (isConstant(values)) {
            double only = statistic.applyAsDouble(values);
            return Optional.of(new Interval(only, only));
        }
        return Optional.of(Resamples.of(values.length).interval(values, statistic));
    }

    /** Whether every resample is the sample itself. */
    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> Double.compare(value, values[0]) == 0);
    }
}
