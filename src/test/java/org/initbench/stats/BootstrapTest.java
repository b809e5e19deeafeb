package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.initbench.stats.Bootstrap.Interval;
import org.initbench.testing.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents intervals that are too wide, too narrow or those of another level. */
class BootstrapTest {

    private static final double ROUNDING = 1e-12;

    static Stream<JsonNode> samples() {
        return Reference.items("numpy/bootstrap.json", "samples");
    }

    /**
     * The bounds are percentiles of the exact distribution over all n^n resamples, enumerated with NumPy, at 2.5 % and
     * 97.5 % plus and minus five standard errors of the level that 10,000 resamples reach: with another seed than the
     * fixed one the four ends would leave them with a probability below 1e-5.
     */
    @ParameterizedTest
    @MethodSource("samples")
    void meetsTheExactDistributionOfTheResampledMean(JsonNode sample) {
        double[] values = StreamSupport.stream(sample.required("values").spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
        Interval interval = Bootstrap.interval(values).orElseThrow();
        assertBetween(interval.low(), sample.required("low"));
        assertBetween(interval.high(), sample.required("high"));
    }

    @Test
    void belowThreeValuesThereIsNoInterval() {
        assertThat(Bootstrap.interval(new double[0])).isEmpty();
        assertThat(Bootstrap.interval(new double[] {1})).isEmpty();
        assertThat(Bootstrap.interval(new double[] {1, 2})).isEmpty();
        assertThat(Bootstrap.interval(new double[] {1, 2, 3})).isPresent();
    }

    @Test
    void equalValuesLeaveNoRoom() {
        assertThat(Bootstrap.interval(new double[] {0.1, 0.1, 0.1, 0.1})).contains(new Interval(0.1, 0.1));
    }

    @Test
    void theSameValuesGiveTheSameInterval() {
        double[] values = {0.3, 0.1, 0.8};
        assertThat(Bootstrap.interval(values)).isEqualTo(Bootstrap.interval(values.clone()));
    }

    /** All 10,000 resamples one after the other, drawn and computed anew: to the last digit the same. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 20, 65})
    void shortcutsChangeNoDigit(int size) {
        SplittableRandom random = new SplittableRandom(size);
        double[] values = random.doubles(size, -1, 3).toArray();
        double[] withTies = random.ints(size, 0, 3).mapToDouble(i -> i / 2.0).toArray();
        double[] aroundZero =
                random.ints(size, 0, 3).mapToDouble(i -> i == 0 ? -0.0 : i - 1).toArray();
        double[] constant = DoubleStream.generate(() -> 0.1).limit(size).toArray();
        for (double[] sample : List.of(values, withTies, aroundZero, constant)) {
            assertThat(Bootstrap.interval(sample))
                    .contains(naive(sample, resample -> Mean.of(resample).getAsDouble()));
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

    private static void assertBetween(double end, JsonNode bounds) {
        assertThat(end)
                .isBetween(
                        bounds.required(0).doubleValue() - ROUNDING,
                        bounds.required(1).doubleValue() + ROUNDING);
    }
}
