package org.initbench.data;

import org.initbench.random.RandomState;

/**
 * Two interleaving half circles, as scikit-learn's {@code make_moons(n, noise=…)} draws them after
 * {@code numpy.random.seed(seed)}: point for point the same, up to the last bit of sine and cosine.
 */
public final class Moons {

    private final double[][] points;
    private final int[] labels;

    private Moons(double[][] points, int[] labels) {
        this.points = points;
        this.labels = labels;
    }

    /** (n, 2). */
    public double[][] points() {
        return points;
    }

    /** 0 for the upper, 1 for the lower moon. */
    public int[] labels() {
        return labels;
    }

    /**
     * Draws {@code count} points.
     *
     * @param count of both moons; the lower one gets the odd point
     * @param noise standard deviation added to each coordinate
     * @param seed of NumPy's legacy generator
     */
    public static Moons make(int count, double noise, long seed) {
        int upper = count / 2;
        int lower = count - upper;
        double[][] ordered = new double[count][];
        for (int i = 0; i < upper; i++) {
            double angle = angle(i, upper);
            ordered[i] = new double[] {Math.cos(angle), Math.sin(angle)};
        }
        for (int i = 0; i < lower; i++) {
            double angle = angle(i, lower);
            ordered[upper + i] = new double[] {1 - Math.cos(angle), 1 - Math.sin(angle) - 0.5};
        }
        RandomState generator = new RandomState(seed);
        int[] order = generator.permutation(count);
        double[][] points = new double[count][];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            double[] point = ordered[order[i]];
            points[i] = new double[] {
                point[0] + generator.normal(0, noise), point[1] + generator.normal(0, noise),
            };
            labels[i] = order[i] < upper ? 0 : 1;
        }
        return new Moons(points, labels);
    }

    /** {@code linspace(0, π, count)[i]}. */
    private static double angle(int i, int count) {
        if (count == 1) {
            return 0;
        }
        return i == count - 1 ? Math.PI : i * (Math.PI / (count - 1));
    }
}
