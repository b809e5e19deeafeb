package org.initbench.init;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * What an initializer gives to a weight parameter in many repetitions.
 *
 * @param seed of the study
 */
record Sample(Promise promise, Slot slot, long seed) {

    static final int REPETITIONS = 10;

    /** Every promise with every slot. */
    static Stream<Sample> all() {
        return Promise.all().stream().flatMap(promise -> TestSlots.all(promise.activation()).stream()
                .map(slot -> new Sample(promise, slot, 20)));
    }

    Sample in(Slot other) {
        return new Sample(promise, other, seed);
    }

    /** The same with the next study seed. */
    Sample reseeded() {
        return new Sample(promise, slot, seed + 1);
    }

    double[] weights(int repetition) {
        Initializer initializer = Catalog.parse(promise.spec()).initializer();
        return initializer.weights(
                slot, Seeding.independent(seed, repetition).weights().apply(slot));
    }

    /** The weights of all repetitions, one after the other. */
    double[] weights() {
        return IntStream.range(0, REPETITIONS)
                .mapToObj(this::weights)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    double variance() {
        return promise.variance().applyAsDouble(slot);
    }

    /** How many of the weights into a unit are drawn. */
    int drawnPerUnit() {
        return promise.drawn().applyAsInt(slot);
    }

    /** The part of the weights that is drawn; the others are 0. */
    double share() {
        return drawnPerUnit() / (double) slot.inputs();
    }

    /** The weights that are drawn, of all repetitions, as independent values of mean 0 and variance 1. */
    double[] standardized() {
        double std = Math.sqrt(variance() / share());
        UniformRandomProvider random =
                RandomSource.XO_SHI_RO_256_PP.create(Objects.hash(seed, slot.layer(), slot.parameter()));
        return IntStream.range(0, REPETITIONS)
                .mapToObj(this::weights)
                .map(weights ->
                        Arrays.stream(weights).filter(weight -> weight != 0).toArray())
                .map(drawn -> promise.shape() == Shape.ORTHONORMAL ? independent(drawn, random) : drawn)
                .flatMapToDouble(Arrays::stream)
                .map(weight -> (weight - promise.mean()) / std)
                .toArray();
    }

    /**
     * A uniform orthogonal Q, times an R of its own as the QR decomposition of a matrix of independent normals has it, is
     * such a matrix (Bartlett's decomposition): R's diagonal is χ with n, n − 1, … degrees of freedom, what is above it
     * normal. Vectors of length n come in with a variance of 1/n and go out with the same.
     */
    private double[] independent(double[] matrix, UniformRandomProvider random) {
        int columns = drawnPerUnit();
        int rows = matrix.length / columns;
        double[][] vectors = rows < columns
                ? vectors(rows, columns, (vector, i) -> matrix[vector * columns + i])
                : vectors(columns, rows, (vector, i) -> matrix[i * columns + vector]);
        int length = vectors[0].length;
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[][] mixed = new double[vectors.length][length];
        for (int k = 0; k < vectors.length; k++) {
            double chi = Math.sqrt(
                    ChiSquaredDistribution.of(length - k).createSampler(random).sample());
            for (int j = 0; j <= k; j++) {
                double factor = (j == k ? chi : gaussian.sample()) / Math.sqrt(length);
                for (int i = 0; i < length; i++) {
                    mixed[k][i] += factor * vectors[j][i];
                }
            }
        }
        return Arrays.stream(mixed).flatMapToDouble(DoubleStream::of).toArray();
    }

    private interface Entry {
        double at(int vector, int i);
    }

    private static double[][] vectors(int count, int length, Entry entry) {
        return IntStream.range(0, count)
                .mapToObj(vector -> IntStream.range(0, length)
                        .mapToDouble(i -> entry.at(vector, i))
                        .toArray())
                .toArray(double[][]::new);
    }

    @Override
    public String toString() {
        return promise.spec() + ", " + promise.activation() + " " + slot.role() + " " + slot.shape();
    }
}
