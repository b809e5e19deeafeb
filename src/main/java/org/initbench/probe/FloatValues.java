package org.initbench.probe;

import org.bytedeco.javacpp.IntPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** In single precision, by their bits: integers that are ordered as the values are take fewer steps to compare. */
final class FloatValues implements Values {

    /** From so many values on, a table of places is worth while. */
    private static final int MANY = 8192;

    private static final int SIGN = 31;
    private static final int INFINITY = 0x7f800000;

    /** Of which the first {@code length} count. */
    private final int[] bits;

    private final int length;
    private final int zeros;
    private final Scale scale;
    private final double min;
    private final double max;

    private FloatValues(int[] bits, int length, int zeros, Scale scale, double min, double max) {
        this.bits = bits;
        this.length = length;
        this.zeros = zeros;
        this.scale = scale;
        this.min = min;
        this.max = max;
    }

    static FloatValues of(INDArray dense, double divisor, Scratch scratch) {
        int length = (int) dense.length();
        int[] bits = scratch.ints(length);
        new IntPointer(dense.data().addressPointer()).get(bits, 0, length);
        int[] found = extremes(bits, length);
        int low = found[0];
        int high = found[1];
        Scale scale = Scale.by(divisor);
        boolean isNumber = high <= INFINITY && low >= ordered(1 << SIGN | INFINITY);
        double first = isNumber ? scale.of(Float.intBitsToFloat(ordered(low))) : Double.NaN;
        double last = isNumber ? scale.of(Float.intBitsToFloat(ordered(high))) : Double.NaN;
        return new FloatValues(
                bits, length, length - found[2], scale, Math.min(first, last) + 0.0, Math.max(first, last) + 0.0);
    }

    /** Least and greatest {@link #ordered} bits, and how many values are not 0. Two at a time, as each has to wait for the one before. */
    private static int[] extremes(int[] bits, int length) {
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        int otherLow = low;
        int otherHigh = high;
        int nonZeros = 0;
        for (int i = 0; i < length - 1; i += 2) {
            int one = bits[i];
            int other = bits[i + 1];
            nonZeros += nonZero(one) + nonZero(other);
            low = Math.min(low, ordered(one));
            high = Math.max(high, ordered(one));
            otherLow = Math.min(otherLow, ordered(other));
            otherHigh = Math.max(otherHigh, ordered(other));
        }
        if (length % 2 == 1) {
            int last = bits[length - 1];
            nonZeros += nonZero(last);
            low = Math.min(low, ordered(last));
            high = Math.max(high, ordered(last));
        }
        return new int[] {Math.min(low, otherLow), Math.max(high, otherHigh), nonZeros};
    }

    private static int nonZero(int bits) {
        int size = bits << 1;
        return (size | -size) >>> SIGN;
    }

    /** Turns bits into an integer that compares as the value does, and back. */
    private static int ordered(int bits) {
        return bits ^ (bits >> SIGN) >>> 1;
    }

    @Override
    public double get(int index) {
        return scale.of(Float.intBitsToFloat(bits[index]));
    }

    @Override
    public void read(int from, int to, double[] block) {
        if (scale.isExact()) {
            double factor = scale.factor();
            for (int i = from; i < to; i++) {
                block[i - from] = Float.intBitsToFloat(bits[i]) * factor;
            }
        } else {
            double divisor = scale.divisor();
            for (int i = from; i < to; i++) {
                block[i - from] = Float.intBitsToFloat(bits[i]) / divisor;
            }
        }
    }

    @Override
    public void markAlive(boolean[] alive, int run) {
        for (int start = 0, unit = 0; start < length; start += run, unit = unit + 1 < alive.length ? unit + 1 : 0) {
            int any = 0;
            for (int i = start; i < start + run; i++) {
                any |= bits[i] << 1;
            }
            alive[unit] |= any != 0;
        }
    }

    @Override
    public void countInto(Histogram histogram, Scratch scratch) {
        if (length >= MANY && FloatPlaces.hold(histogram)) {
            new FloatPlaces(histogram, scale, scratch).count(bits, length);
        } else {
            Values.super.countInto(histogram, scratch);
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
