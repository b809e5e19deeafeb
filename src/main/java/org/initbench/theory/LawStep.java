package org.initbench.theory;

import java.util.Arrays;
import java.util.List;

/**
 * What becomes of the law of a unit's values, y = φ(x + s·z) with z ~ N(0, 1), and of gradients on the way back. Laws are points with
 * weights, evenly spaced; what falls between goes to the three next ones, so that mean and mean square are kept.
 *
 * <p>It is for the sum of a residual block that goes through an activation: x is what comes past the branch, s·z what the branch adds.
 */
final class LawStep {

    /** Standard deviations from the mean beyond which nothing is kept apart. */
    private static final double REACH = 8;

    private static final double END = 6;

    /**
     * How finely a law is known.
     *
     * @param points of it
     * @param draws of what is added, and their weights
     */
    record Mesh(int points, List<Double> draws, List<Double> density) {

        /** For what is no picture, or a small one. */
        static final Mesh FINE = of(129, 48);

        /** For many positions. */
        static final Mesh COARSE = of(49, 48);

        private static Mesh of(int points, int draws) {
            double[] z = new double[draws];
            Arrays.setAll(z, i -> -END + (i + 0.5) * 2 * END / draws);
            double[] density =
                    Arrays.stream(z).map(each -> Math.exp(-each * each / 2)).toArray();
            double sum = Arrays.stream(density).sum();
            return new Mesh(
                    points,
                    Arrays.stream(z).boxed().toList(),
                    Arrays.stream(density).mapToObj(each -> each / sum).toList());
        }
    }

    /** Points and their weights. */
    static final class Law {

        static final Law ZERO = new Law(new double[] {0}, new double[] {1});

        private final double[] points;
        private final double[] weights;

        private Law(double[] points, double[] weights) {
            this.points = points;
            this.weights = weights;
        }

        int size() {
            return points.length;
        }

        private double spacing() {
            return points.length == 1 ? 1 : points[1] - points[0];
        }

        /** Where a value goes: the first of three points. */
        private int first(double value) {
            int nearest = (int) Math.round((value - points[0]) / spacing());
            return Math.max(1, Math.min(points.length - 2, nearest)) - 1;
        }

        private double[] shares(double value, int first) {
            double t =
                    (Math.max(points[0], Math.min(points[points.length - 1], value)) - points[first + 1]) / spacing();
            return new double[] {t * (t - 1) / 2, 1 - t * t, t * (t + 1) / 2};
        }

        private double at(double[] ofPoints, double value) {
            if (points.length == 1) {
                return ofPoints[0];
            }
            int first = first(value);
            double[] shares = shares(value, first);
            return shares[0] * ofPoints[first] + shares[1] * ofPoints[first + 1] + shares[2] * ofPoints[first + 2];
        }

        double mean(double... ofPoints) {
            double mean = 0;
            for (int i = 0; i < weights.length; i++) {
                mean += weights[i] * ofPoints[i];
            }
            return mean;
        }
    }

    private final Law from;
    private final Mesh mesh;
    private final int draws;
    private final double[] values;
    private final double[] slopes;
    private final Law to;
    private final double mean;
    private final double meanSquare;

    /** The step from this law, with what the branch adds of variance {@code added}. */
    LawStep(Law from, double added, Nonlinearity nonlinearity, Mesh mesh) {
        this.from = from;
        this.mesh = mesh;
        this.draws = added == 0 ? 1 : mesh.draws().size();
        double[] arguments = new double[from.points.length * draws];
        double deviation = Math.sqrt(added);
        for (int draw = 0; draw < draws; draw++) {
            double noise = draws == 1 ? 0 : deviation * mesh.draws().get(draw);
            for (int point = 0; point < from.points.length; point++) {
                arguments[point * draws + draw] = from.points[point] + noise;
            }
        }
        this.values = nonlinearity.values(arguments);
        this.slopes = nonlinearity.derivatives(arguments);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weight(i) * values[i];
            squares += weight(i) * values[i] * values[i];
        }
        this.mean = sum;
        this.meanSquare = squares;
        this.to = binned();
    }

    private double weight(int i) {
        return from.weights[i / draws] * (draws == 1 ? 1 : mesh.density().get(i % draws));
    }

    private Law binned() {
        double deviation = Math.sqrt(Math.max(0, meanSquare - mean * mean));
        double low = Math.max(Arrays.stream(values).min().orElseThrow(), mean - REACH * deviation);
        double high = Math.min(Arrays.stream(values).max().orElseThrow(), mean + REACH * deviation);
        if (!(high - low > 1e-9 * Math.abs(mean))) {
            return new Law(new double[] {mean}, new double[] {1});
        }
        double[] points = new double[mesh.points()];
        for (int i = 0; i < mesh.points(); i++) {
            points[i] = low + i * (high - low) / (mesh.points() - 1);
        }
        Law law = new Law(points, new double[mesh.points()]);
        for (int i = 0; i < values.length; i++) {
            int first = law.first(values[i]);
            double[] shares = law.shares(values[i], first);
            for (int share = 0; share < shares.length; share++) {
                law.weights[first + share] += weight(i) * shares[share];
            }
        }
        return law;
    }

    Law from() {
        return from;
    }

    Law to() {
        return to;
    }

    double mean() {
        return mean;
    }

    double meanSquare() {
        return meanSquare;
    }

    /**
     * Mean squares of gradients before the step, for each point of the law that it began with.
     *
     * @param after the same for each point of the law that it came to
     */
    double[] back(double... after) {
        double[] before = new double[from.points.length];
        for (int i = 0; i < values.length; i++) {
            double density = draws == 1 ? 1 : mesh.density().get(i % draws);
            before[i / draws] += density * slopes[i] * slopes[i] * to.at(after, values[i]);
        }
        return before;
    }
}
