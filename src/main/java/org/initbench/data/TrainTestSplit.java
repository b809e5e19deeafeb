package org.initbench.data;

import java.util.Arrays;
import org.initbench.random.RandomState;

/**
 * Which examples are for training and which for testing, as scikit-learn's {@code train_test_split} deals them.
 */
public final class TrainTestSplit {

    private final int[] train;
    private final int[] test;

    private TrainTestSplit(int[] train, int[] test) {
        this.train = train;
        this.test = test;
    }

    /**
     * Deals {@code count} examples.
     *
     * @param testFraction above 0 and below 1; the test set is rounded up
     * @param seed of NumPy's legacy generator
     */
    public static TrainTestSplit of(int count, double testFraction, long seed) {
        int testCount = (int) Math.ceil(testFraction * count);
        int[] order = new RandomState(seed).permutation(count);
        return new TrainTestSplit(Arrays.copyOfRange(order, testCount, count), Arrays.copyOf(order, testCount));
    }

    /** Positions of the training examples, in order of use. */
    public int[] train() {
        return train;
    }

    /** Positions of the test examples, in order of use. */
    public int[] test() {
        return test;
    }
}
