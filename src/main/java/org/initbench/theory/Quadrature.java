package org.initbench.theory;

import java.util.function.DoubleUnaryOperator;

/**
 * Expectations under N(0, 1) by adaptive Gauss–Kronrod quadrature, 7 and 15 points. Gauss–Hermite is too coarse for a kink
 * at 0 and for saturated activations, which are steep there.
 */
public final class Quadrature {

    private static final double[] NODES = {
        0.9914553711208126,
        0.9491079123427585,
        0.8648644233597691,
        0.7415311855993945,
        0.5860872354676911,
        0.4058451513773972,
        0.20778495500789845,
        0.0,
    };
    private static final double[] KRONROD = {
        0.02293532201052922,
        0.06309209262997854,
        0.10479001032225017,
        0.14065325971552592,
        0.1690047266392679,
        0.1903505780647854,
        0.20443294007529889,
        0.20948214108472782,
    };
    /** Of the nodes with odd index. */
    private static final double[] GAUSS = {
        0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694,
    };

    /** Beyond it the density of N(0, 1) is below 1e-31. */
    private static final double END = 12;

    private static final double TOLERANCE = 1e-13;
    private static final int INTERVALS = 40;
    private static final int DEEPEST = 40;
    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

    private Quadrature() {}

    /**
     * E[f(z)] for z ~ N(0, 1), to about 13 digits. f may have a kink at 0 or be steep there: intervals halve towards 0, so
     * that no scale is stepped over.
     */
    public static double expectation(DoubleUnaryOperator f) {
        DoubleUnaryOperator weighted = z -> f.applyAsDouble(z) * DENSITY_AT_ZERO * Math.exp(-z * z / 2);
        double sum = 0;
        double outer = END;
        for (int interval = 0; interval < INTERVALS; interval++) {
            double inner = interval == INTERVALS - 1 ? 0 : outer / 2;
            sum += integrate(weighted, -outer, -inner, DEEPEST) + integrate(weighted, inner, outer, DEEPEST);
            outer = inner;
        }
        return sum;
    }

    private static double integrate(DoubleUnaryOperator f, double from, double to, int depth) {
        double centre = (from + to) / 2;
        double half = (to - from) / 2;
        double kronrod = 0;
        double gauss = 0;
        for (int i = 0; i < NODES.length; i++) {
            double offset = half * NODES[i];
            double values = offset == 0
                    ? f.applyAsDouble(centre)
                    : f.applyAsDouble(centre - offset) + f.applyAsDouble(centre + offset);
            kronrod += KRONROD[i] * values;
            gauss += i % 2 == 1 ? GAUSS[i / 2] * values : 0;
        }
        double error = Math.abs(kronrod - gauss) * half;
        if (error <= TOLERANCE * Math.max(1, Math.abs(kronrod * half)) * half / END || depth == 0) {
            return kronrod * half;
        }
        return integrate(f, from, centre, depth - 1) + integrate(f, centre, to, depth - 1);
    }
}
