package org.initbench.probe;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The numbers of one tensor, copied out of native memory as they lie there. */
sealed interface Values permits FloatValues, DoubleValues {

    /**
     * A copy.
     *
     * @param dense an array without gaps, float or double
     * @param divisor of each value
     * @param scratch gives the array for the copy, which is good until it is asked for another one
     */
    static Values of(INDArray dense, double divisor, Scratch scratch) {
        return dense.dataType() == DataType.FLOAT
                ? FloatValues.of(dense, divisor, scratch)
                : DoubleValues.of(dense, divisor, scratch);
    }

    int length();

    double get(int index);

    /** Copies values {@code from} to {@code to}, {@code to} excluded. */
    void read(int from, int to, double[] block);

    /** The smallest value; NaN where one is. */
    double min();

    /** The largest value; NaN where one is. */
    double max();

    /** How many are exactly 0. */
    int zeros();

    /**
     * Marks the units that have a value that is not 0.
     *
     * @param alive a mark for each unit
     * @param run how many values of a unit follow each other
     */
    void markAlive(boolean[] alive, int run);

    /** Counts all values. */
    default void countInto(Histogram histogram, Scratch scratch) {
        for (int i = 0; i < length(); i++) {
            histogram.add(get(i));
        }
    }
}
