package org.initbench.theory;

import java.util.ArrayList;
import java.util.List;

/**
 * The mean-field maps of one kind of layer: q ← σw²·E[φ(√q z)²] + σb² forwards, and the factor χ₁ = σw²·E[φ′(√q z)²] by
 * which second moments of gradients grow backwards. Exact as the width goes to infinity. Poole et al. 2016, eq. 3;
 * Schoenholz et al. 2017, eq. 5.
 *
 * @param nonlinearity φ
 * @param weightVariance σw², the variance of a weight times the fan-in
 * @param biasVariance σb²
 */
public record MeanField(Nonlinearity nonlinearity, double weightVariance, double biasVariance) {

    private static final int MOST_STEPS = 100_000;
    private static final double CONVERGED = 1e-14;

    /** χ₁ is computed to about this. */
    private static final double AT_THE_EDGE = 1e-9;

    /** The second moment of pre-activations after a layer whose input activations have second moment {@code input}. */
    public double preactivation(double input) {
        return weightVariance * input + biasVariance;
    }

    /** The second moment of pre-activations one layer after those with second moment q. */
    public double next(double q) {
        return preactivation(nonlinearity.secondMoment(q));
    }

    /** χ₁ at q: by how much a layer multiplies the second moment of a gradient that passes through it backwards. */
    public double chi(double q) {
        return weightVariance * nonlinearity.squaredSlope(q);
    }

    /**
     * Second moments of the pre-activations of each layer.
     *
     * @param input second moment of the network's input
     * @param depth how many layers
     */
    public List<Double> forward(double input, int depth) {
        List<Double> moments = new ArrayList<>();
        double q = preactivation(input);
        for (int layer = 0; layer < depth; layer++) {
            moments.add(q);
            q = next(q);
        }
        return moments;
    }

    /**
     * Ratio of the second moments of dL/da after the first and after the last of {@code depth} layers of equal width: the
     * product of χ₁ over the layers between.
     */
    public double gradientRatio(double input, int depth) {
        double ratio = 1;
        List<Double> moments = forward(input, depth);
        for (double q : moments.subList(1, depth)) {
            ratio *= chi(q);
        }
        return ratio;
    }

    /** The q* that signals of size 1 come to, where q maps to itself; 0 or infinite where they vanish or explode. */
    public double fixedPoint() {
        boolean comesToZero = next(1) <= 1 + AT_THE_EDGE;
        if (next(0) == 0 && chi(0) <= 1 + AT_THE_EDGE && comesToZero) {
            return 0;
        }
        double q = 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            double mapped = next(q);
            if (Math.abs(mapped - q) <= CONVERGED * Math.max(q, mapped) || mapped == 0 || Double.isInfinite(mapped)) {
                return mapped;
            }
            q = mapped;
        }
        return q;
    }

    /** ξ = 1/|ln χ₁| at q*: over how many layers two inputs stay apart; infinite at the edge of chaos. */
    public double depthScale() {
        double q = fixedPoint();
        if (Double.isInfinite(q)) {
            q = 1;
        }
        double growth = Math.abs(Math.log(chi(q)));
        return growth <= AT_THE_EDGE ? Double.POSITIVE_INFINITY : 1 / growth;
    }
}
