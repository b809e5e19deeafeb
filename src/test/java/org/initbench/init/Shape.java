package org.initbench.init;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;

/** Distributions of weights, each in units of its own mean and standard deviation. */
enum Shape {
    NORMAL,
    UNIFORM,
    /** Cut at two standard deviations of the normal. */
    TRUNCATED,
    /** What lies beyond two standard deviations of the normal is moved there. */
    CLIPPED,
    /** Entries of a uniform orthogonal matrix, which {@link Sample#standardized} makes normal. */
    ORTHONORMAL;

    /** Mass of N(0, 1) between ±2: erf(√2). */
    private static final double MIDDLE = 0.9544997361036416;

    private static final double CUT = 2;

    /** E zᵏ for even k. */
    double moment(int k) {
        return switch (this) {
            case NORMAL, ORTHONORMAL -> k == 0 ? 1 : (k - 1) * moment(k - 2);
            case UNIFORM -> Math.pow(3, k / 2.0) / (k + 1);
            case TRUNCATED -> cutMoment(k) / Math.pow(cutMoment(2), k / 2.0);
            case CLIPPED -> clippedMoment(k) / Math.pow(clippedMoment(2), k / 2.0);
        };
    }

    /** Beyond which there is nothing; infinite where there is none. */
    double bound() {
        return switch (this) {
            case NORMAL, ORTHONORMAL -> Double.POSITIVE_INFINITY;
            case UNIFORM -> Math.sqrt(3);
            case TRUNCATED -> CUT / Math.sqrt(cutMoment(2));
            case CLIPPED -> CUT / Math.sqrt(clippedMoment(2));
        };
    }

    /** How likely a draw is the bound itself, or its negative. */
    double massAtAnEnd() {
        return this == CLIPPED ? (1 - MIDDLE) / 2 : 0;
    }

    /** The distribution, of a clipped one what lies between its ends. */
    ContinuousDistribution continuous() {
        return switch (this) {
            case NORMAL, ORTHONORMAL -> NormalDistribution.of(0, 1);
            case UNIFORM -> UniformContinuousDistribution.of(-bound(), bound());
            case TRUNCATED, CLIPPED -> TruncatedNormalDistribution.of(0, bound() / CUT, -bound(), bound());
        };
    }

    /** E zᵏ of N(0, 1) cut at ±2, by parts: (k − 1)·E zᵏ⁻² − 2·2ᵏ⁻¹·φ(2)/erf(√2). */
    static double cutMoment(int k) {
        double density = Math.exp(-CUT * CUT / 2) / Math.sqrt(2 * Math.PI);
        return k == 0 ? 1 : (k - 1) * cutMoment(k - 2) - 2 * Math.pow(CUT, k - 1) * density / MIDDLE;
    }

    /** E zᵏ of N(0, 1) clipped to ±2. */
    static double clippedMoment(int k) {
        return MIDDLE * cutMoment(k) + (1 - MIDDLE) * Math.pow(CUT, k);
    }
}
