package org.initbench.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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

    private static final int POINTS = 15;

    /** Beyond it the density of N(0, 1) is below 1e-31. */
    private static final double END = 12;

    private static final double TOLERANCE = 1e-13;

    /** Relative, which is all that there is to be had where f is large; what is infinite is not refined. */
    private static final double ROUNDING = 1e-14;

    private static final int INTERVALS = 40;
    private static final int DEEPEST = 40;
    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

    /** Where all begin: the points of intervals that halve towards 0, and e^(−z²/2) there. */
    private static final List<Interval> FIRST = first();

    private static final double[] FIRST_POINTS = points(FIRST);
    private static final double[] FIRST_DENSITIES = densities(FIRST_POINTS);

    private Quadrature() {}

    private record Interval(double from, double to) {

        double centre() {
            return (from + to) / 2;
        }

        double half() {
            return (to - from) / 2;
        }
    }

    /**
     * E[f(z)] for z ~ N(0, 1), to about 13 digits. f may have a kink at 0 or be steep there: intervals halve towards 0, so
     * that no scale is stepped over. Intervals are refined all together, so that f, which takes many points, is called a
     * few times only.
     */
    public static double expectation(UnaryOperator<double[]> f) {
        List<Interval> open = FIRST;
        double[] points = FIRST_POINTS.clone();
        double[] densities = FIRST_DENSITIES;
        double sum = 0;
        for (int depth = DEEPEST; !open.isEmpty(); depth--) {
            double[] values = f.apply(points);
            List<Interval> next = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                Interval interval = open.get(i);
                double kronrod = 0;
                double gauss = 0;
                for (int j = 0; j < POINTS; j++) {
                    int node = Math.min(j, POINTS - 1 - j);
                    double weighted = values[i * POINTS + j] * DENSITY_AT_ZERO * densities[i * POINTS + j];
                    kronrod += KRONROD[node] * weighted;
                    gauss += node % 2 == 1 ? GAUSS[node / 2] * weighted : 0;
                }
                double half = interval.half();
                double error = Math.abs(kronrod - gauss) * half;
                double bound = Math.max(TOLERANCE * half / END, ROUNDING * Math.abs(kronrod * half));
                if (!(error > bound) || depth == 0) {
                    sum += kronrod * half;
                } else {
                    next.add(new Interval(interval.from(), interval.centre()));
                    next.add(new Interval(interval.centre(), interval.to()));
                }
            }
            open = next;
            points = points(open);
            densities = densities(points);
        }
        return sum;
    }

    private static List<Interval> first() {
        List<Interval> first = new ArrayList<>();
        double outer = END;
        for (int interval = 0; interval < INTERVALS; interval++) {
            double inner = interval == INTERVALS - 1 ? 0 : outer / 2;
            first.add(new Interval(-outer, -inner));
            first.add(new Interval(inner, outer));
            outer = inner;
        }
        return List.copyOf(first);
    }

    private static double[] densities(double[] points) {
        double[] densities = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            densities[i] = Math.exp(-points[i] * points[i] / 2);
        }
        return densities;
    }

    /** The points of each interval, in ascending order. */
    private static double[] points(List<Interval> intervals) {
        double[] points = new double[intervals.size() * POINTS];
        for (int i = 0; i < intervals.size(); i++) {
            Interval interval = intervals.get(i);
            for (int j = 0; j < POINTS; j++) {
                double node = j < NODES.length ? -NODES[j] : NODES[POINTS - 1 - j];
                points[i * POINTS + j] = interval.centre() + interval.half() * node;
            }
        }
        return points;
    }
}
