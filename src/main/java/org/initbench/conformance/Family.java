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
    static Family of(double[] values, Moments moments) {
        if (moments.variance() == 0) {
            return CONSTANT;
        }
        long different = Arrays.stream(values).map(Math::abs).distinct().count();
        if (different < LEAST_DIFFERENT * values.length) {
            return STRUCTURED;
        }
        KolmogorovSmirnovTest test = KolmogorovSmirnovTest.withDefaults();
        return Stream.of(NORMAL, UNIFORM, TRUNCATED_NORMAL)
                .map(family -> new Fit(family, test.test(values, family.cumulative(moments))))
                .min(Comparator.comparingDouble(fit -> fit.result().getStatistic()))
                .filter(fit -> fit.result().getPValue() >= LEAST_PROBABILITY)
                .map(Fit::family)
                .orElse(OTHER);
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

    private record Fit(Family family, KolmogorovSmirnovTest.OneResult result) {}
}
