package org.initbench.theory;

import java.util.function.DoubleUnaryOperator;

/**
 * An activation as theory sees it: φ and φ′, and the second moments E[φ(√q z)²] and E[φ′(√q z)²] for z ~ N(0, 1).
 *
 * <p>Activations that are straight on both sides of 0 (relu, leaky relu, linear) have closed forms, the others are
 * integrated.
 */
public final class Nonlinearity {

    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator derivative;
    private final double slopeSquared;

    private Nonlinearity(DoubleUnaryOperator value, DoubleUnaryOperator derivative, double slopeSquared) {
        this.value = value;
        this.derivative = derivative;
        this.slopeSquared = slopeSquared;
    }

    /** max(z, 0). */
    public static Nonlinearity relu() {
        return leakyRelu(0);
    }

    /** z above 0, {@code slope}·z below. */
    public static Nonlinearity leakyRelu(double slope) {
        return new Nonlinearity(z -> z > 0 ? z : slope * z, z -> z > 0 ? 1 : slope, (1 + slope * slope) / 2);
    }

    /** z. */
    public static Nonlinearity linear() {
        return leakyRelu(1);
    }

    /** tanh z. */
    public static Nonlinearity tanh() {
        return new Nonlinearity(
                Math::tanh,
                z -> {
                    double sech = 1 / Math.cosh(z);
                    return sech * sech;
                },
                Double.NaN);
    }

    /** 1/(1 + e^(−z)). */
    public static Nonlinearity sigmoid() {
        return new Nonlinearity(
                Nonlinearity::logistic,
                z -> {
                    double a = logistic(-Math.abs(z));
                    return a * (1 - a);
                },
                Double.NaN);
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /** Whether φ(cz) = c·φ(z) for every c above 0, so that scale passes through unchanged. */
    public boolean isHomogeneous() {
        return !Double.isNaN(slopeSquared);
    }

    /** E[φ(√q z)²]: the second moment of activations whose pre-activations have second moment q. */
    public double secondMoment(double q) {
        if (isHomogeneous()) {
            return slopeSquared * q;
        }
        double scale = Math.sqrt(q);
        return Quadrature.expectation(z -> square(value.applyAsDouble(scale * z)));
    }

    /** E[φ(√q z)]: the mean of these activations. */
    public double mean(double q) {
        double scale = Math.sqrt(q);
        return Quadrature.expectation(z -> value.applyAsDouble(scale * z));
    }

    /** E[φ′(√q z)²]: what the squared derivative lets through on the way back. */
    public double squaredSlope(double q) {
        if (isHomogeneous()) {
            return slopeSquared;
        }
        double scale = Math.sqrt(q);
        return Quadrature.expectation(z -> square(derivative.applyAsDouble(scale * z)));
    }

    private static double square(double x) {
        return x * x;
    }
}
