package org.initbench.step;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Vectors whose gradients go into the network's memory, and whose updates are made with those of all other parameters. */
final class WordsInPlace implements Vectors {

    private final Numbers weights;
    private final Numbers ofWeights;
    private final int words;
    private final int dimensions;
    private int[] present = {};

    /** Words whose gradients in the network's memory are not 0. */
    private int[] written = {};

    WordsInPlace(Numbers weights, Numbers ofWeights, int words, int dimensions) {
        this.weights = weights;
        this.ofWeights = ofWeights;
        this.words = words;
        this.dimensions = dimensions;
        forget();
    }

    @Override
    public void read(int[] some, int count, double[] rows) {
        present = Arrays.copyOf(some, count);
        for (int dimension = 0; dimension < dimensions; dimension++) {
            weights.gather(dimension * words, present, count, rows, dimension, dimensions);
        }
    }

    /** Most words are not in a minibatch: all others keep the zeros that they have. */
    @Override
    public void take(double[] gradients) {
        double[] zero = {0};
        for (int dimension = 0; dimension < dimensions; dimension++) {
            ofWeights.scatter(dimension * words, written, written.length, zero, 0, 0);
            ofWeights.scatter(dimension * words, present, present.length, gradients, dimension, dimensions);
        }
        written = present;
    }

    @Override
    public void forget() {
        written = IntStream.range(0, words).toArray();
    }
}
