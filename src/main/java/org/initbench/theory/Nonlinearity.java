package org.initbench.theory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * An activation as theory sees it: φ and φ′, and the second moments E[φ(√q z)²] and E[φ′(√q z)²] for z ~ N(0, 1).
 *
 * <p>Activations that are straight on both sides of 0 (relu, leaky relu, linear) have closed forms, the others are
 * integrated.
 */
public final class Nonlinearity {

    private final UnaryOperator<double[]> value;
    private final UnaryOperator<double[]> derivative;
    private final double slopeSquared;
    private final Moments moments;

    /** By the variance of biases. */
    private final Map<Double, EdgeOfChaos> edges = new ConcurrentHashMap<>();

    private Nonlinearity(UnaryOperator<double[]> value, UnaryOperator<double[]> derivative, double slopeSquared) {
        this.value = value;
        this.derivative = derivative;
        this.slopeSquared = slopeSquared;
        this.moments = new Moments(this);
    }

    /** One with these φ and φ′, of one number. */
    public static Nonlinearity of(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
        return ofArrays(each(value), each(derivative));
    }

    /** One with these φ and φ′, each of all numbers of an array at once, for what is slow by the call. */
    public static Nonlinearity ofArrays(UnaryOperator<double[]> value, UnaryOperator<double[]> derivative) {
        return new Nonlinearity(value, derivative, Double.NaN);
    }

    private static UnaryOperator<double[]> each(DoubleUnaryOperator function) {
        return points -> mapped(points, function);
    }

    /** max(z, 0). */
    public static Nonlinearity relu() {
        return leakyRelu(0);
    }

    /** z above 0, {@code slope}·z below. */
    public static Nonlinearity leakyRelu(double slope) {
        return new Nonlinearity(
                each(z -> z > 0 ? z : slope * z), each(z -> z > 0 ? 1 : slope), (1 + slope * slope) / 2);
    }

    /** z. */
    public static Nonlinearity linear() {
        return leakyRelu(1);
    }

    /** tanh z. */
    public static Nonlinearity tanh() {
        return of(Math::tanh, z -> {
            double sech = 1 / Math.cosh(z);
            return sech * sech;
        });
    }

    /** 1/(1 + e^(−z)). */
    public static Nonlinearity sigmoid() {
        return of(Nonlinearity::logistic, z -> {
            double a = logistic(-Math.abs(z));
            return a * (1 - a);
        });
    }

    /** z·σ(βz): swish for β = 1, and a GELU for β = 1.702. */
    public static Nonlinearity swish(double beta) {
        return of(z -> z * logistic(beta * z), z -> {
            double gate = logistic(beta * z);
            return gate + beta * z * gate * logistic(-beta * z);
        });
    }

    /** {@code scale}·z above 0, {@code scale}·{@code alpha}·(e^z − 1) below. */
    public static Nonlinearity elu(double scale, double alpha) {
        return of(z -> scale * (z > 0 ? z : alpha * Math.expm1(z)), z -> scale * (z > 0 ? 1 : alpha * Math.exp(z)));
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
        return Quadrature.expectation(points -> squared(value.apply(scaled(points, scale))));
    }

    /** E[φ(√q z)]: the mean of these activations. */
    public double mean(double q) {
        double scale = Math.sqrt(q);
        return Quadrature.expectation(points -> value.apply(scaled(points, scale)));
    }

    /** E[φ′(√q z)²]: what the squared derivative lets through on the way back. */
    public double squaredSlope(double q) {
        if (isHomogeneous()) {
            return slopeSquared;
        }
        double scale = Math.sqrt(q);
        return Quadrature.expectation(points -> squared(derivative.apply(scaled(points, scale))));
    }

    /** Its moments for many q, of which those that were asked for are known. */
    Moments moments() {
        return moments;
    }

    /** Its critical points that were asked for, by the variance of biases: each takes many integrals, and every layer asks for it. */
    Map<Double, EdgeOfChaos> edges() {
        return edges;
    }

    /** φ at each of these points. */
    public double[] values(double... points) {
        return value.apply(points);
    }

    /** φ′ at each of these points. */
    public double[] derivatives(double... points) {
        return derivative.apply(points);
    }

    private static double[] scaled(double[] points, double scale) {
        return mapped(points, z -> scale * z);
    }

    private static double[] squared(double[] values) {
        return mapped(values, x -> x * x);
    }

    private static double[] mapped(double[] numbers, DoubleUnaryOperator function) {
        double[] mapped = new double[numbers.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = function.applyAsDouble(numbers[i]);
        }
        return mapped;
    }
}
