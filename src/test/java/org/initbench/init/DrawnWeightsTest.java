package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prevents an initializer from drawing other weights than its name promises: a wrong fan, gain or distribution, or the same
 * numbers twice.
 *
 * <p>Each of the 168 samples is checked nine times at 4e-8 (mean, variance, distribution, six correlations), once at 7e-8 to
 * 5e-7 (kurtosis) and four times at up to 2e-8 (both ends): with a seed that nobody has tried, a sound catalog fails with a
 * probability below 1e-4.
 */
class DrawnWeightsTest {

    /** A normal is further off with probability 3.8e-8. */
    private static final double STANDARD_ERRORS = 5.5;

    private static final double FALSE_ALARM = 3.8e-8;

    /** The entries of an orthogonal matrix are uncorrelated too, so that their mean has the same standard error. */
    @ParameterizedTest
    @MethodSource("org.initbench.init.Sample#all")
    void theMeanIsAsPromised(Sample sample) {
        double[] weights = sample.weights();
        assertThat(Arrays.stream(weights).average())
                .hasValueCloseTo(
                        sample.promise().mean(),
                        within(STANDARD_ERRORS * Math.sqrt(sample.variance() / weights.length)));
    }

    /** The mean square of an orthogonal matrix is exact; here it is given the sampling error of a normal. */
    @ParameterizedTest
    @MethodSource("org.initbench.init.Sample#all")
    void theVarianceIsAsPromised(Sample sample) {
        double mean = sample.promise().mean();
        double[] weights = sample.weights();
        double variance = Arrays.stream(weights)
                .map(weight -> (weight - mean) * (weight - mean))
                .average()
                .orElseThrow();
        double error = Math.sqrt((sample.promise().shape().moment(4) - 1) / (sample.share() * weights.length));
        assertThat(variance / sample.variance()).isCloseTo(1, within(STANDARD_ERRORS * error));
    }

    /** Theory takes the variance from the initializer itself. */
    @ParameterizedTest
    @MethodSource("org.initbench.init.Sample#all")
    void theInitializerNamesTheVarianceItHas(Sample sample) {
        Catalog.parse(sample.promise().spec())
                .initializer()
                .variance(sample.slot())
                .ifPresent(named -> assertThat(named / sample.variance()).isCloseTo(1, within(1e-9)));
    }

    @ParameterizedTest
    @MethodSource("org.initbench.init.Sample#all")
    void weightsThatAreNotDrawnAreExactlyZero(Sample sample) {
        for (int repetition = 0; repetition < Sample.REPETITIONS; repetition++) {
            double[] weights = sample.weights(repetition);
            for (int start = 0; start < weights.length; start += sample.slot().inputs()) {
                double[] unit =
                        Arrays.copyOfRange(weights, start, start + sample.slot().inputs());
                assertThat(Arrays.stream(unit).filter(weight -> weight != 0).count())
                        .isEqualTo(sample.drawnPerUnit());
            }
        }
    }

    /**
     * The mean of z⁴ with its exact variance, (E z⁸ − (E z⁴)²)/N. As z⁴ of a normal has skewness 10, 5.5 standard errors are
     * exceeded with probability 5e-7 by the smallest sample, of 5,120, and 7e-8 by those of 60,000 (Edgeworth's series).
     */
    @ParameterizedTest
    @MethodSource("org.initbench.init.Sample#all")
    void theKurtosisIsThatOfTheDistribution(Sample sample) {
        Shape shape = sample.promise().shape();
        double[] standardized = sample.standardized();
        double kurtosis =
                Arrays.stream(standardized).map(z -> z * z * z * z).average().orElseThrow();
        double variance = shape.moment(8) - shape.moment(4) * shape.moment(4);
        assertThat(kurtosis)
                .isCloseTo(shape.moment(4), within(STANDARD_ERRORS * Math.sqrt(variance / standardized.length)));
    }

    @ParameterizedTest
    @MethodSource("org.initbench.init.Sample#all")
    void theDistributionIsTheOneThatIsPromised(Sample sample) {
        DoubleUnaryOperator distribution = sample.promise().shape().continuous()::cumulativeProbability;
        assertThat(KolmogorovSmirnovTest.withDefaults()
                        .test(continuous(sample), distribution)
                        .getPValue())
                .isGreaterThan(FALSE_ALARM);
    }

    /** Of N draws none lies in the outermost 18/N of the distribution, at one end, with probability e⁻¹⁸ = 1.5e-8. */
    @ParameterizedTest
    @MethodSource("org.initbench.init.Sample#all")
    void weightsFillTheirRangeAndStayInside(Sample sample) {
        double bound = sample.promise().shape().bound() * (1 + 1e-12);
        assertThat(Arrays.stream(sample.standardized()).map(Math::abs).max().orElseThrow())
                .isLessThanOrEqualTo(bound);
        DoubleSummaryStatistics range = Arrays.stream(continuous(sample)).summaryStatistics();
        ContinuousDistribution distribution = sample.promise().shape().continuous();
        double outermost = 18.0 / range.getCount();
        assertThat(range.getMin()).isLessThan(distribution.inverseCumulativeProbability(outermost));
        assertThat(range.getMax()).isGreaterThan(distribution.inverseSurvivalProbability(outermost));
    }

    @ParameterizedTest
    @MethodSource("org.initbench.init.Sample#all")
    void whatLiesBeyondTheCutIsAtTheCut(Sample sample) {
        double[] standardized = sample.standardized();
        double end = sample.promise().shape().bound();
        BinomialDistribution atOneEnd = BinomialDistribution.of(
                standardized.length, sample.promise().shape().massAtAnEnd());
        for (double side : new double[] {-end, end}) {
            int count = (int) Arrays.stream(standardized)
                    .filter(z -> Math.abs(z - side) < 1e-12)
                    .count();
            assertThat(count)
                    .isBetween(
                            atOneEnd.inverseCumulativeProbability(FALSE_ALARM / 2),
                            atOneEnd.inverseSurvivalProbability(FALSE_ALARM / 2));
        }
    }

    /** The mean product of N pairs of independent values of mean 0 and variance 1 has variance 1/N. */
    @ParameterizedTest
    @MethodSource("org.initbench.init.Sample#all")
    void drawsAreUncorrelated(Sample sample) {
        double[] values = sample.standardized();
        assertUncorrelated("neighbours", values, 1);
        assertUncorrelated("units", values, sample.drawnPerUnit());
        assertUncorrelated("repetitions", values, values.length / Sample.REPETITIONS);
        assertUncorrelated(
                "layers", values, sample.in(TestSlots.next(sample.slot())).standardized());
        assertUncorrelated(
                "parameters",
                values,
                sample.in(TestSlots.sibling(sample.slot())).standardized());
        assertUncorrelated("seeds", values, sample.reseeded().standardized());
    }

    /** Without the ends of a clipped distribution, which is continuous between them. */
    private static double[] continuous(Sample sample) {
        Shape shape = sample.promise().shape();
        double end = shape == Shape.CLIPPED ? shape.bound() - 1e-12 : Double.POSITIVE_INFINITY;
        return Arrays.stream(sample.standardized())
                .filter(z -> Math.abs(z) < end)
                .toArray();
    }

    private static void assertUncorrelated(String what, double[] values, int lag) {
        assertUncorrelated(
                what, Arrays.copyOf(values, values.length - lag), Arrays.copyOfRange(values, lag, values.length));
    }

    private static void assertUncorrelated(String what, double[] values, double[] others) {
        double correlation = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * others[i])
                .average()
                .orElseThrow();
        assertThat(correlation).as(what).isCloseTo(0, within(STANDARD_ERRORS / Math.sqrt(values.length)));
    }
}
