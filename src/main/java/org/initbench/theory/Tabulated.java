package org.initbench.theory;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Several smooth functions of a second moment q &gt; 0, of which each value costs an integral, for many q: known at powers of
 * e^(1/16), and by a polynomial of third degree in ln q through four of these in between, which is right to about six digits.
 */
final class Tabulated {

    private static final int PER_E = 16;
    private static final int POINTS = 4;

    private final DoubleFunction<double[]> functions;
    private final Map<Integer, double[]> known = new HashMap<>();

    Tabulated(DoubleFunction<double[]> functions) {
        this.functions = functions;
    }

    /** All functions at q. */
    double[] at(double q) {
        double place = Math.log(q) * PER_E;
        if (q == 0 || Double.isNaN(place) || Double.isInfinite(place)) {
            return functions.apply(q);
        }
        int below = (int) Math.floor(place);
        double t = place - below;
        double[] weights = {
            -t * (t - 1) * (t - 2) / 6,
            (t + 1) * (t - 1) * (t - 2) / 2,
            -(t + 1) * t * (t - 2) / 2,
            (t + 1) * t * (t - 1) / 6
        };
        double[] sum = new double[node(below).length];
        for (int point = 0; point < POINTS; point++) {
            double[] values = node(below - 1 + point);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[point] * values[i];
            }
        }
        return sum;
    }

    private double[] node(int place) {
        return known.computeIfAbsent(place, key -> functions.apply(Math.exp(key / (double) PER_E)));
    }
}
