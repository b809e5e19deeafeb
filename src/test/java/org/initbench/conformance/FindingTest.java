package org.initbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.initbench.conformance.Finding.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Prevents defects that go unseen, and sound samples that are accused more often than it says. */
class FindingTest {

    private static final int COUNT = 20_000;

    /** Of one test on a sound sample, and so of the few dozen below together less than 1e-4. */
    private static final double SIGNIFICANCE = 1e-6;

    private static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 0.1);
    private static final ContinuousDistribution UNIFORM = withStd(0.1);
    private static final ContinuousDistribution TRUNCATED = TruncatedNormalDistribution.of(0, 0.1, -0.2, 0.2);

    static final List<ContinuousDistribution> distributions = List.of(NORMAL, UNIFORM, TRUNCATED);

    @ParameterizedTest
    @FieldSource("distributions")
    void aKeptPromiseIsNotAccused(ContinuousDistribution distribution) {
        Finding finding = Finding.of(Samples.of(distribution, COUNT, 1), Promise.of(distribution));
        assertThat(finding.tests()).hasSize(3);
        assertThat(finding.breaksAny(SIGNIFICANCE)).isFalse();
        assertThat(finding.found()).isEqualTo(new Found(Family.of(distribution), 0));
    }

    @ParameterizedTest
    @FieldSource("distributions")
    void aWrongFactorIsFoundInTheVariance(ContinuousDistribution distribution) {
        double[] tenPercentOff = Arrays.stream(Samples.of(distribution, COUNT, 2))
                .map(value -> value * Math.sqrt(1.1))
                .toArray();
        Finding finding = Finding.of(tenPercentOff, Promise.of(distribution));
        assertThat(finding.breaks(Property.VARIANCE, SIGNIFICANCE)).isTrue();
        assertThat(finding.breaks(Property.MEAN, SIGNIFICANCE)).isFalse();
        assertThat(finding.found().family()).isEqualTo(Family.of(distribution));
    }

    @ParameterizedTest
    @FieldSource("distributions")
    void aWrongMeanIsFound(ContinuousDistribution distribution) {
        double[] shifted = Arrays.stream(Samples.of(distribution, COUNT, 3))
                .map(value -> value + 0.01)
                .toArray();
        Finding finding = Finding.of(shifted, Promise.of(distribution));
        assertThat(finding.breaks(Property.MEAN, SIGNIFICANCE)).isTrue();
        assertThat(finding.breaks(Property.VARIANCE, SIGNIFICANCE)).isFalse();
    }

    @Test
    void aNormalThatSaysUniformIsFoundThoughItsVarianceIsRight() {
        Finding finding = Finding.of(Samples.of(NORMAL, COUNT, 4), Promise.of(UNIFORM));
        assertThat(finding.breaks(Property.DISTRIBUTION, SIGNIFICANCE)).isTrue();
        assertThat(finding.breaks(Property.VARIANCE, SIGNIFICANCE)).isFalse();
        assertThat(finding.found().text()).isEqualTo("normal");
    }

    @Test
    void zerosAmongTheDrawsAreFound() {
        double[] values = Samples.of(TRUNCATED, COUNT, 5);
        for (int i = 0; i < COUNT; i += 50) {
            values[i] = Double.MIN_NORMAL;
        }
        assertThat(Found.of(values)).isEqualTo(new Found(Family.TRUNCATED_NORMAL, 1 - 0.98));
        assertThat(Found.of(values).text()).isEqualTo("truncated normal and zeros");
    }

    @Test
    void whatIsNotDrawnIsFound() {
        double[] signs =
                Arrays.stream(Samples.of(NORMAL, COUNT, 6)).map(Math::signum).toArray();
        double[] diagonal = new double[COUNT];
        for (int i = 0; i < COUNT; i += 100) {
            diagonal[i] = 1;
        }
        assertThat(Found.of(new double[COUNT]).text()).isEqualTo("constant");
        assertThat(Found.of(signs).text()).isEqualTo("structured");
        assertThat(Found.of(diagonal).text()).isEqualTo("structured");
        double[] squares = Arrays.stream(Samples.of(NORMAL, COUNT, 7))
                .map(value -> value * value)
                .toArray();
        assertThat(Found.of(squares).text()).isEqualTo("other");
    }

    @Test
    void aPromiseOfZerosIsKeptByZerosAlone() {
        Promise zeros = new Promise(OptionalDouble.of(0), Optional.empty());
        assertThat(Finding.of(new double[COUNT], zeros).breaksAny(SIGNIFICANCE)).isFalse();
        assertThat(Finding.of(Samples.of(NORMAL, COUNT, 8), zeros).breaksAny(SIGNIFICANCE))
                .isTrue();
        assertThat(Finding.of(new double[COUNT], Promise.of(NORMAL)).breaksAny(SIGNIFICANCE))
                .isTrue();
    }

    @Test
    void withoutAPromiseNothingIsTested() {
        assertThat(Finding.of(Samples.of(NORMAL, COUNT, 9), Promise.NONE).tests())
                .isEmpty();
    }

    /**
     * Each test of 3 × 400 sound samples at significance 0.05: 20 of 400 are to be expected, and more than 44 (binomial)
     * has probability 5e-7, one of nine counts 4e-6.
     */
    @ParameterizedTest
    @FieldSource("distributions")
    void falseAlarmsComeNoMoreOftenThanSaid(ContinuousDistribution distribution) {
        List<Finding> findings = LongStream.range(0, 400)
                .mapToObj(seed -> Finding.of(Samples.of(distribution, 1000, 100 + seed), Promise.of(distribution)))
                .toList();
        for (Property property : Property.values()) {
            assertThat(findings.stream().filter(finding -> finding.breaks(property, 0.05)))
                    .as(property.name())
                    .hasSizeLessThanOrEqualTo(44)
                    .isNotEmpty();
        }
    }

    /** As above, for the interval that the table shows. */
    @ParameterizedTest
    @FieldSource("distributions")
    void theIntervalHoldsTheTrueVarianceAsOftenAsSaid(ContinuousDistribution distribution) {
        long missed = LongStream.range(0, 400)
                .mapToObj(seed ->
                        Moments.of(Samples.of(distribution, 1000, 1000 + seed)).varianceInterval(0.05))
                .filter(interval ->
                        interval.low() > distribution.getVariance() || interval.high() < distribution.getVariance())
                .count();
        assertThat(missed).isBetween(1L, 44L);
    }

    private static ContinuousDistribution withStd(double std) {
        double bound = Math.sqrt(3) * std;
        return UniformContinuousDistribution.of(-bound, bound);
    }
}
