package org.initbench.conformance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/** What kind of distribution weights come from, whatever its mean and variance. */
public enum Family {
    NORMAL,
    UNIFORM,
    /** N(0, 1) cut at ±2. */
    TRUNCATED_NORMAL,
    /** All weights are equal. */
    CONSTANT,
    /** Many weights have the same magnitude. */
    STRUCTURED,
    /** None of the above. */
    OTHER;

    private static final double CUT = 2;
    private static final TruncatedNormalDistribution STANDARD_CUT = TruncatedNormalDistribution.of(0, 1, -CUT, CUT);

    /** Continuous draws repeat a magnitude in single precision at times; of 80,000 less than 1 in 100 does. */
    private static final double LEAST_DIFFERENT = 0.98;

    /** Moments are fitted to the sample, so that a right family is missed more seldom than this. */
    private static final double LEAST_PROBABILITY = 1e-6;

    /** {@code truncated normal}, … */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** That of a distribution; other where it is none of these. */
    static Family of(ContinuousDistribution distribution) {
        if (distribution instanceof NormalDistribution) {
            return NORMAL;
        }
        if (distribution instanceof UniformContinuousDistribution) {
            return UNIFORM;
        }
        return distribution instanceof TruncatedNormalDistribution ? TRUNCATED_NORMAL : OTHER;
    }

    /** The one that a sample seems to come from: the closest by Kolmogorov and Smirnov's distance, mean and variance fitted. */
    static Family of(double[] values) {
        Moments moments = Moments.of(values);
        if (moments.variance() == 0) {
            return CONSTANT;
        }
        if (differentMagnitudes(values) < LEAST_DIFFERENT * values.length) {
            return STRUCTURED;
        }
        KolmogorovSmirnovTest test = KolmogorovSmirnovTest.withDefaults();
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return Stream.of(NORMAL, UNIFORM, TRUNCATED_NORMAL)
                .min(Comparator.comparingDouble(family -> test.statistic(sorted, family.cumulative(moments))))
                .filter(family -> test.test(sorted, family.cumulative(moments)).getPValue() >= LEAST_PROBABILITY)
                .orElse(OTHER);
    }

    private static int differentMagnitudes(double[] values) {
        double[] magnitudes = Arrays.stream(values).map(Math::abs).sorted().toArray();
        int different = 1;
        for (int i = 1; i < magnitudes.length; i++) {
            different += magnitudes[i] == magnitudes[i - 1] ? 0 : 1;
        }
        return different;
    }

    /** The cumulative distribution function of this continuous family with the moments of a sample. */
    private DoubleUnaryOperator cumulative(Moments moments) {
        double mean = moments.mean();
        double std = moments.std();
        ContinuousDistribution distribution =
                switch (this) {
                    case NORMAL -> NormalDistribution.of(mean, std);
                    case UNIFORM -> UniformContinuousDistribution.of(
                            mean - Math.sqrt(3) * std, mean + Math.sqrt(3) * std);
                    case TRUNCATED_NORMAL -> {
                        double uncut = std / Math.sqrt(STANDARD_CUT.getVariance());
                        yield TruncatedNormalDistribution.of(mean, uncut, mean - CUT * uncut, mean + CUT * uncut);
                    }
                    case CONSTANT, STRUCTURED, OTHER -> throw new IllegalStateException(this + " is not continuous");
                };
        return distribution::cumulativeProbability;
    }
}
