package org.initbench.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.initbench.random.RandomState;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Clusters at the corners of a hypercube, as scikit-learn's {@code make_classification} draws them: normal clouds of the
 * informative features, each stretched by a matrix of its own, then mixtures of these, then noise; some labels drawn anew;
 * examples and features shuffled. Guyon 2003.
 */
public final class Classification implements TabularData.Pickable {

    static final String NAME = "make_classification";

    private static final double RARE = 0.01;
    private static final double DENSE = 0.2;
    private static final int MOST_DIMENSIONS = 30;

    private final Settings settings;
    private final RandomState generator;
    private final double[][] points;
    private final int[] labels;

    /**
     * What to draw, by scikit-learn's names.
     *
     * @param samples examples
     * @param features of each
     * @param informative features that the clusters differ in, at most 30
     * @param redundant features that mix the informative ones
     * @param classes labels 0 to classes − 1
     * @param clustersPerClass clouds of each class
     * @param flip fraction of labels drawn anew
     * @param separation half the side of the hypercube
     */
    public record Settings(
            int samples,
            int features,
            int informative,
            int redundant,
            int classes,
            int clustersPerClass,
            double flip,
            double separation) {

        /** scikit-learn's defaults: 2 classes of 2 clusters in 2 informative features, 2 redundant ones, 1 % flipped. */
        public static Settings of(int samples, int features) {
            return new Settings(samples, features, 2, 2, 2, 2, 0.01, 1);
        }

        int clusters() {
            return classes * clustersPerClass;
        }

        /** Why nothing can be drawn, in one sentence; empty where it can. */
        Optional<String> problem() {
            if (informative + redundant > features) {
                return Optional.of("informative and redundant features are more than " + features);
            }
            if (informative > MOST_DIMENSIONS || clusters() > 1L << informative) {
                return Optional.of(
                        clusters() + " clusters do not fit the corners of a cube in " + informative + " dimensions");
            }
            return Optional.empty();
        }
    }

    private Classification(Settings settings, long seed) {
        this.settings = settings;
        this.generator = new RandomState(seed);
        this.points = new double[settings.samples()][settings.features()];
        this.labels = new int[settings.samples()];
    }

    /**
     * Draws a data set.
     *
     * @param seed of NumPy's legacy generator
     * @throws IllegalArgumentException if there are more clusters than corners, or more informative and redundant features
     *     than features
     */
    public static Classification make(Settings settings, long seed) {
        settings.problem().ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        Classification drawn = new Classification(settings, seed);
        drawn.drawClusters(drawn.corners());
        drawn.mix();
        drawn.fill(settings.informative() + settings.redundant(), settings.features());
        drawn.flipLabels();
        return drawn.shuffled();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Examples pick(int[] positions, DataType type) {
        double[][] features =
                Arrays.stream(positions).mapToObj(position -> points[position]).toArray(double[][]::new);
        int[] classes =
                Arrays.stream(positions).map(position -> labels[position]).toArray();
        return Examples.classified(features, classes, settings.classes(), type);
    }

    /** (samples, features). */
    public double[][] points() {
        return points;
    }

    /** Classes from 0. */
    public int[] labels() {
        return labels;
    }

    /** scikit-learn's {@code sample_without_replacement} of corner numbers, by the method that it chooses. */
    private int[] corners() {
        int clusters = settings.clusters();
        int all = 1 << settings.informative();
        double ratio = (double) clusters / all;
        if (ratio > RARE && ratio < 1 - RARE) {
            return Arrays.copyOf(generator.permutation(all), clusters);
        }
        if (ratio < DENSE) {
            Set<Integer> chosen = new LinkedHashSet<>();
            while (chosen.size() < clusters) {
                chosen.add((int) generator.randint(0, all));
            }
            return chosen.stream().mapToInt(Integer::intValue).toArray();
        }
        int[] reservoir = new int[clusters];
        for (int i = 0; i < all; i++) {
            int place = i < clusters ? i : (int) generator.randint(0, i + 1L);
            if (place < clusters) {
                reservoir[place] = i;
            }
        }
        return reservoir;
    }

    private void drawClusters(int[] corners) {
        fill(0, settings.informative());
        int next = 0;
        for (int cluster = 0; cluster < corners.length; cluster++) {
            double[][] stretch = signedUniforms(settings.informative(), settings.informative());
            for (int end = next + size(cluster); next < end; next++) {
                double[] stretched = product(points[next], stretch);
                for (int axis = 0; axis < stretched.length; axis++) {
                    boolean high = (corners[cluster] >> (stretched.length - 1 - axis) & 1) == 1;
                    points[next][axis] = stretched[axis] + (high ? settings.separation() : -settings.separation());
                }
                labels[next] = cluster % settings.classes();
            }
        }
    }

    private int size(int cluster) {
        int even = (int) (settings.samples() * (1.0 / settings.classes()) / settings.clustersPerClass());
        int left = settings.samples() - even * settings.clusters();
        return even + left / settings.clusters() + (cluster < left % settings.clusters() ? 1 : 0);
    }

    private void mix() {
        double[][] mixture = signedUniforms(settings.informative(), settings.redundant());
        for (double[] point : points) {
            double[] mixed = product(point, mixture);
            System.arraycopy(mixed, 0, point, settings.informative(), mixed.length);
        }
    }

    private void fill(int from, int to) {
        for (double[] point : points) {
            for (int feature = from; feature < to; feature++) {
                point[feature] = generator.standardNormal();
            }
        }
    }

    private void flipLabels() {
        boolean[] flipped = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            flipped[i] = generator.randomSample() < settings.flip();
        }
        for (int i = 0; i < labels.length; i++) {
            if (flipped[i]) {
                labels[i] = (int) generator.randint(0, settings.classes());
            }
        }
    }

    private Classification shuffled() {
        int[] order = generator.permutation(settings.samples());
        int[] features = generator.permutation(settings.features());
        double[][] before = points.clone();
        int[] labelsBefore = labels.clone();
        for (int i = 0; i < order.length; i++) {
            double[] point = before[order[i]];
            points[i] = Arrays.stream(features)
                    .mapToDouble(feature -> point[feature])
                    .toArray();
            labels[i] = labelsBefore[order[i]];
        }
        return this;
    }

    private double[][] signedUniforms(int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            Arrays.setAll(row, column -> 2 * generator.randomSample() - 1);
        }
        return matrix;
    }

    /** The first entries of a row vector times a matrix. */
    private static double[] product(double[] vector, double[][] matrix) {
        double[] product = new double[matrix[0].length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < product.length; column++) {
                product[column] += vector[row] * matrix[row][column];
            }
        }
        return product;
    }
}
