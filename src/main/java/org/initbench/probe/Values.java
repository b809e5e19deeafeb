package org.initbench.probe;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The numbers of one tensor, copied out of native memory as they lie there. */
abstract sealed class Values {

    private final int length;
    private final int zeros;
    private final double min;
    private final double max;

    private Values(int length, int zeros, double min, double max) {
        this.length = length;
        this.zeros = zeros;
        this.min = min;
        this.max = max;
    }

    /**
     * A copy.
     *
     * @param dense an array without gaps, float or double
     * @param divisor of each value
     * @param scratch gives the array for the copy, which is good until it is asked for another one
     */
    static Values of(INDArray dense, double divisor, Scratch scratch) {
        return dense.dataType() == DataType.FLOAT
                ? Floats.of(dense, divisor, scratch)
                : Doubles.of(dense, divisor, scratch);
    }

    final int length() {
        return length;
    }

    abstract double get(int index);

    /** Copies values {@code from} to {@code to}, {@code to} excluded. */
    abstract void read(int from, int to, double[] block);

    /** The smallest value; NaN where one is. */
    final double min() {
        return min;
    }

    /** The largest value; NaN where one is. */
    final double max() {
        return max;
    }

    /** How many are exactly 0. */
    final int zeros() {
        return zeros;
    }

    /**
     * Marks the units that have a value that is not 0.
     *
     * @param alive a mark for each unit
     * @param run how many values of a unit follow each other
     */
    abstract void markAlive(boolean[] alive, int run);

    /** Counts all values. */
    void countInto(Histogram histogram, Scratch scratch) {
        for (int i = 0; i < length; i++) {
            histogram.add(get(i));
        }
    }

    /** In double precision. */
    private static final class Doubles extends Values {

        /** Of which the first {@code length} count. */
        private final double[] array;

        private Doubles(double[] array, int length, int zeros, double min, double max) {
            super(length, zeros, min, max);
            this.array = array;
        }

        static Doubles of(INDArray dense, double divisor, Scratch scratch) {
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
            return new Doubles(
                    array, length, zeros, isNumber ? low + 0.0 : Double.NaN, isNumber ? high + 0.0 : Double.NaN);
        }

        @Override
        double get(int index) {
            return array[index];
        }

        @Override
        void read(int from, int to, double[] block) {
            System.arraycopy(array, from, block, 0, to - from);
        }

        @Override
        void markAlive(boolean[] alive, int run) {
            for (int start = 0, unit = 0;
                    start < length();
                    start += run, unit = unit + 1 < alive.length ? unit + 1 : 0) {
                for (int i = start; i < start + run; i++) {
                    alive[unit] |= array[i] != 0;
                }
            }
        }
    }

    /** In single precision, by their bits: integers that are ordered as the values are take fewer steps to compare. */
    private static final class Floats extends Values {

        /** From so many values on, a table of places is worth while. */
        private static final int MANY = 8192;

        private static final int SIGN = 31;
        private static final int INFINITY = 0x7f800000;

        /** Of which the first {@code length} count. */
        private final int[] bits;

        private final Scale scale;

        private Floats(int[] bits, int length, int zeros, Scale scale, double min, double max) {
            super(length, zeros, min, max);
            this.bits = bits;
            this.scale = scale;
        }

        static Floats of(INDArray dense, double divisor, Scratch scratch) {
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
            return new Floats(
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
        double get(int index) {
            return scale.of(Float.intBitsToFloat(bits[index]));
        }

        @Override
        void read(int from, int to, double[] block) {
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
        void markAlive(boolean[] alive, int run) {
            for (int start = 0, unit = 0;
                    start < length();
                    start += run, unit = unit + 1 < alive.length ? unit + 1 : 0) {
                int any = 0;
                for (int i = start; i < start + run; i++) {
                    any |= bits[i] << 1;
                }
                alive[unit] |= any != 0;
            }
        }

        @Override
        void countInto(Histogram histogram, Scratch scratch) {
            if (length() >= MANY && FloatPlaces.hold(histogram)) {
                new FloatPlaces(histogram, scale, scratch).count(bits, length());
            } else {
                super.countInto(histogram, scratch);
            }
        }
    }
}
