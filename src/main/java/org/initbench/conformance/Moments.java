package org.initbench.conformance;

import org.apache.commons.statistics.descriptive.Kurtosis;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Moments of a sample.
 *
 * @param count at least 4
 * @param variance unbiased
 * @param kurtosis fourth central moment over squared variance, 3 for a normal distribution; NaN where all values are equal
 */
record Moments(int count, double mean, double variance, double kurtosis) {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final double NORMAL_KURTOSIS = 3;

    /** The ends of an interval. */
    record Interval(double low, double high) {}

    static Moments of(double[] values) {
        return new Moments(
                values.length,
                Mean.of(values).getAsDouble(),
                Variance.of(values).getAsDouble(),
                Kurtosis.of(values).getAsDouble() + NORMAL_KURTOSIS);
    }

    double std() {
        return Math.sqrt(variance);
    }

    /** s²·exp(±z·e), which holds the variance with probability 1 − {@code miss}; s² alone where all values are equal. */
    Interval varianceInterval(double miss) {
        if (variance == 0) {
            return new Interval(0, 0);
        }
        double reach = Math.exp(STANDARD.inverseSurvivalProbability(miss / 2) * logVarianceError());
        return new Interval(variance / reach, variance * reach);
    }

    /** Probability of a variance at least this far from {@code promised}, were the promise kept. */
    double variancePValue(double promised) {
        if (variance == 0 || promised == 0) {
            return variance == promised ? 1 : 0;
        }
        return twoSided(Math.log(variance / promised) / logVarianceError());
    }

    /** Probability of a mean at least this far from {@code promised}, were the promise kept. */
    double meanPValue(double promised) {
        if (variance == 0) {
            return mean == promised ? 1 : 0;
        }
        return twoSided((mean - promised) / Math.sqrt(variance / count));
    }

    /**
     * Standard error of ln s²: Var(s²) = σ⁴·(κ − (n − 3)/(n − 1))/n whatever the distribution, taken to the logarithm, where
     * the interval is nearer to its nominal confidence (Bonett 2006), with the kurtosis of the sample.
     */
    private double logVarianceError() {
        return Math.sqrt((kurtosis - (count - 3.0) / (count - 1)) / count);
    }

    private static double twoSided(double standardErrors) {
        return 2 * STANDARD.survivalProbability(Math.abs(standardErrors));
    }
}
