package org.initbench.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The percentile bootstrap interval of a statistic: 95 %, 10,000 resamples from a fixed seed. Efron 1979. */
final class Bootstrap {

    private static final int FEWEST_VALUES = 10;

    private Bootstrap() {}

    /**
     * The interval of a statistic. Nothing below ten values, where such intervals are much too short, nor where a value is
     * infinite or not a number, which has no middle to be uncertain about.
     *
     * @param statistic of values in ascending order, which it may not keep or change
     */
    static Optional<Interval> interval(double[] values, ToDoubleFunction<double[]> statistic) {
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
