package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents intervals that are too wide, too narrow or those of another level. */
class BootstrapTest {

    @Test
    void belowTenValuesThereIsNoInterval() {
        assertThat(Bootstrap.interval(new double[0], BootstrapTest::median)).isEmpty();
        assertThat(Bootstrap.interval(numbers(9), BootstrapTest::median)).isEmpty();
        assertThat(Bootstrap.interval(numbers(10), BootstrapTest::median)).isPresent();
    }

    @Test
    void anInfiniteValueHasNoInterval() {
        double[] values = numbers(12);
        values[3] = Double.POSITIVE_INFINITY;
        assertThat(Bootstrap.interval(values, BootstrapTest::median)).isEmpty();
    }

    @Test
    void equalValuesLeaveNoRoom() {
        double[] values = DoubleStream.generate(() -> 0.1).limit(10).toArray();
        assertThat(Bootstrap.interval(values, BootstrapTest::median)).contains(new Interval(0.1, 0.1));
    }

    @Test
    void theSameValuesGiveTheSameInterval() {
        double[] values = numbers(10);
        assertThat(Bootstrap.interval(values, BootstrapTest::median))
                .isEqualTo(Bootstrap.interval(values.clone(), BootstrapTest::median));
    }

    /** All 10,000 resamples one after the other, drawn and computed anew: to the last digit the same. */
    @ParameterizedTest
    @ValueSource(ints = {10, 11, 20, 65})
    void shortcutsChangeNoDigit(int size) {
        SplittableRandom random = new SplittableRandom(size);
        double[] values = random.doubles(size, -1, 3).toArray();
        double[] withTies = random.ints(size, 0, 3).mapToDouble(i -> i / 2.0).toArray();
        double[] aroundZero =
                random.ints(size, 0, 3).mapToDouble(i -> i == 0 ? -0.0 : i - 1).toArray();
        double[] constant = DoubleStream.generate(() -> 0.1).limit(size).toArray();
        for (double[] sample : List.of(values, withTies, aroundZero, constant)) {
            assertThat(Bootstrap.interval(sample, BootstrapTest::median))
                    .contains(naive(sample, BootstrapTest::median));
        }
    }

    private static Interval naive(double[] values, ToDoubleFunction<double[]> statistic) {
        UniformRandomProvider generator = RandomSource.XO_SHI_RO_256_PP.create(20_260_101L);
        double[] statistics = new double[10_000];
        for (int i = 0; i < statistics.length; i++) {
            double[] resample = new double[values.length];
            Arrays.setAll(resample, j -> values[generator.nextInt(values.length)]);
            statistics[i] = statistic.applyAsDouble(resample);
        }
        double[] ends = Quantile.withDefaults().evaluate(statistics, 0.025, 0.975);
        return new Interval(ends[0], ends[1]);
    }

    private static double median(double[] values) {
        return Median.withDefaults().evaluate(values.clone());
    }

    private static double[] numbers(int count) {
        return IntStream.range(0, count).mapToDouble(i -> Math.sin(i)).toArray();
    }
}
