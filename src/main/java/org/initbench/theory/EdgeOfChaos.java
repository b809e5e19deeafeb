package org.initbench.theory;

/**
 * Where χ₁ = 1 at the fixed point: gradients neither vanish nor explode with depth. Schoenholz et al. 2017, sec. 3.
 *
 * @param weightVariance the critical σw²
 * @param fixedPoint q* there; NaN for homogeneous activations, where every q is one, and infinite for those with biases,
 *     where signals grow in each layer
 */
public record EdgeOfChaos(double weightVariance, double fixedPoint) {

    private static final double LARGEST = 1e6;
    private static final double CONVERGED = 1e-13;

    /** Of moments; for tanh the left side below is of third order in q, so that it would drown in it. */
    private static final double ROUNDING = 1e-13;

    /**
     * The critical point of an activation for biases of variance σb².
     *
     * <p>With σw² = 1/E[φ′²] the fixed point satisfies q − E[φ²]/E[φ′²] = σb², whose left side grows from at most 0 at
     * q = 0; the root is found by bisection. Where there is none, as for softplus, signals grow in each layer, and σw² is what
     * it tends to. A root at q = 0 says nothing of signals that start elsewhere: those of tanh and elu come to it, those of gelu
     * and swish leave it and grow.
     */
    public static EdgeOfChaos of(Nonlinearity nonlinearity, double biasVariance) {
        return nonlinearity.edges().computeIfAbsent(biasVariance, variance -> found(nonlinearity, variance));
    }

    private static EdgeOfChaos found(Nonlinearity nonlinearity, double biasVariance) {
        if (nonlinearity.isHomogeneous()) {
            double fixedPoint = biasVariance > 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            return new EdgeOfChaos(1 / nonlinearity.squaredSlope(1), fixedPoint);
        }
        double low = 0;
        double high = LARGEST;
        while (high - low > CONVERGED * high) {
            double middle = low == 0 && high > CONVERGED ? high / 2 : (low + high) / 2;
            if (excess(nonlinearity, middle) < biasVariance - ROUNDING * middle) {
                low = middle;
            } else {
                high = middle;
            }
            if (high < CONVERGED) {
                high = 0;
            }
        }
        return new EdgeOfChaos(1 / nonlinearity.squaredSlope(high), high == LARGEST ? Double.POSITIVE_INFINITY : high);
    }

    private static double excess(Nonlinearity nonlinearity, double q) {
        return q - nonlinearity.secondMoment(q) / nonlinearity.squaredSlope(q);
    }
}
