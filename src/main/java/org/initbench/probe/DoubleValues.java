package org.initbench.probe;

import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** In double precision. */
final class DoubleValues implements Values {

    /** Of which the first {@code length} count. */
    private final double[] array;

    private final int length;
    private final int zeros;
    private final double min;
    private final double max;

    private DoubleValues(double[] array, int length, int zeros, double min, double max) {
        this.array = array;
        this.length = length;
        this.zeros = zeros;
        this.min = min;
        this.max = max;
    }

    static DoubleValues of(INDArray dense, double divisor, Scratch scratch) {
        int length = (int) dense.length();
        double[] array = scratch.doubles(length);
        new DoublePointer(dense.data().addressPointer()).get(array, 0, length);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean isNumber = true;
        int zeros = 0;
        for (int i = 0; i < length; i++) {
            double value = array[i] / divisor;
            array[i] = value;
            low = value < low ? value : low;
            high = value > high ? value : high;
            zeros += value == 0 ? 1 : 0;
            isNumber &= !Double.isNaN(value);
        }
        return new DoubleValues(
                array, length, zeros, isNumber ? low + 0.0 : Double.NaN, isNumber ? high + 0.0 : Double.NaN);
    }

    @Override
    public double get(int index) {
        return array[index];
    }

    @Override
    public void read(int from, int to, double[] block) {
        System.arraycopy(array, from, block, 0, to - from);
    }

    @Override
    public void markAlive(boolean[] alive, int run) {
        for (int start = 0, unit = 0; start < length; start += run, unit = unit + 1 < alive.length ? unit + 1 : 0) {
            for (int i = start; i < start + run; i++) {
                alive[unit] |= array[i] != 0;
            }
        }
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int zeros() {
        return zeros;
    }

    @Override
    public double min() {
        return min;
    }

    @Override
    public double max() {
        return max;
    }
}
