package org.initbench.theory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleFunction;

/**
 * Several smooth functions of a second moment q &gt; 0, of which each value costs an integral, for many q: known at powers of
 * e^(1/5), and by a polynomial of fifth degree in ln q through six of these in between, which is right to about six digits. Trials in several
 * threads may ask at once.
 */
final class Tabulated {

    private static final int PER_E = 5;
    private static final int POINTS = 6;

    /** Of the points, counted from the one below. */
    private static final int FIRST = -2;

    private final DoubleFunction<double[]> functions;
    private final Map<Integer, double[]> known = new ConcurrentHashMap<>();

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
        double[] sum = new double[node(below).length];
        for (int point = FIRST; point < FIRST + POINTS; point++) {
            double[] values = node(below + point);
            double weight = weight(point, t);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * values[i];
            }
        }
        return sum;
    }

    /** Lagrange's polynomial that is 1 at a point and 0 at the others. */
    private static double weight(int point, double t) {
        double weight = 1;
        for (int other = FIRST; other < FIRST + POINTS; other++) {
            weight *= other == point ? 1 : (t - other) / (point - other);
        }
        return weight;
    }

    private double[] node(int place) {
        return known.computeIfAbsent(place, key -> functions.apply(Math.exp(key / (double) PER_E)));
    }
}
