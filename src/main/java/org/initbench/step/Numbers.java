package org.initbench.step;

import java.nio.DoubleBuffer;
import org.initbench.network.NativeNumbers;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Numbers in native memory, where BLAS finds them, read and written as doubles some at a time: loops over arrays of the JVM are
 * what its compiler makes fast. It is the array that keeps the memory, not this. What is computed from floats is rounded once, when it is written.
 */
abstract class Numbers {

    private static final int TILE = 8;

    private double[] values = {};

    private Numbers() {}

    /** The memory of an array without gaps, in the order in which it lies there. */
    static Numbers of(INDArray array) {
        return array.dataType() == DataType.DOUBLE ? new Doubles(array) : new Floats(array);
    }

    /** Copies the numbers from a place on. */
    abstract void read(int from, double[] to, int count);

    /** Puts numbers from a place on. */
    abstract void write(int from, double[] values, int count);

    /**
     * Copies single numbers.
     *
     * @param from the place that others are counted from
     * @param places the first {@code count} of which are read
     * @param first where the first of them goes, and each other one {@code step} further on
     */
    abstract void gather(int from, int[] places, int count, double[] to, int first, int step);

    /**
     * Puts single numbers.
     *
     * @param from the place that others are counted from
     * @param places the first {@code count} of which are written
     * @param first where the first value is, and each other one {@code step} further on
     */
    abstract void scatter(int from, int[] places, int count, double[] values, int first, int step);

    /** Whether there is nothing but zeros from a place on. */
    abstract boolean areZeros(int from, int count);

    /** Adds to numbers from a place on, and puts what a curve makes of them in their place. */
    void activate(int from, int count, double added, Curve curve) {
        double[] values = values(count);
        read(from, values, count);
        for (int i = 0; i < count; i++) {
            values[i] += added;
        }
        curve.apply(values, count);
        write(from, values, count);
    }

    /**
     * Puts gradients of what a curve was given in place of those of what came of it.
     *
     * @param results what came of it, in the same places
     * @return the sum of these gradients
     */
    double goBack(int from, int count, Numbers results, Curve curve) {
        double[] slopes = values(count);
        double[] given = results.values(count);
        read(from, slopes, count);
        results.read(from, given, count);
        curve.back(given, slopes, count);
        write(from, slopes, count);
        return sum(slopes, count);
    }

    /** Four sums at a time, as each addition has to wait for the one before. */
    private static double sum(double[] values, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i < count - 3; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < count; i++) {
            a += values[i];
        }
        return (a + b) + (c + d);
    }

    private double[] values(int count) {
        if (values.length < count) {
            values = new double[count];
        }
        return values;
    }

    /** What lies by rows by columns, or the other way where rows and columns are exchanged: a few of both at a time, as caches want it. */
    static void turn(double[] from, double[] to, int rows, int columns) {
        for (int row = 0; row < rows; row += TILE) {
            for (int column = 0; column < columns; column += TILE) {
                for (int i = row; i < Math.min(row + TILE, rows); i++) {
                    for (int j = column; j < Math.min(column + TILE, columns); j++) {
                        to[j * rows + i] = from[i * columns + j];
                    }
                }
            }
        }
    }

    private static final class Floats extends Numbers {

        private final FloatMemory floats;
        private float[] piece = {};
        private int[] bits = {};
        private int[] otherBits = {};

        Floats(INDArray array) {
            floats = new FloatMemory(array);
        }

        @Override
        void read(int from, double[] to, int count) {
            float[] some = piece(count);
            floats.read(from, some, count);
            for (int i = 0; i < count; i++) {
                to[i] = some[i];
            }
        }

        @Override
        void write(int from, double[] values, int count) {
            float[] some = piece(count);
            for (int i = 0; i < count; i++) {
                some[i] = (float) values[i];
            }
            floats.write(from, some, count);
        }

        @Override
        void gather(int from, int[] places, int count, double[] to, int first, int step) {
            floats.gather(from, places, count, to, first, step);
        }

        @Override
        void scatter(int from, int[] places, int count, double[] values, int first, int step) {
            floats.scatter(from, places, count, values, first, step);
        }

        @Override
        boolean areZeros(int from, int count) {
            return floats.areZeros(from, count);
        }

        /** A sum of floats, rounded once, is what it is when doubles are added and the sum is rounded. */
        @Override
        void activate(int from, int count, double added, Curve curve) {
            if (!(curve instanceof Curve.Linear linear)) {
                super.activate(from, count, added, curve);
                return;
            }
            float[] some = piece(count);
            floats.read(from, some, count);
            float summand = (float) added;
            for (int i = 0; i < count; i++) {
                some[i] += summand;
            }
            linear.apply(some, count);
            floats.write(from, some, count);
        }

        @Override
        double goBack(int from, int count, Numbers results, Curve curve) {
            if (!(curve instanceof Curve.Linear linear) || !(results instanceof Floats given)) {
                return super.goBack(from, count, results, curve);
            }
            if (bits.length < count) {
                bits = new int[count];
                otherBits = new int[count];
            }
            floats.readBits(from, bits, count);
            given.floats.readBits(from, otherBits, count);
            linear.back(otherBits, bits, count);
            floats.writeBits(from, bits, count);
            return sum(bits, count);
        }

        private static double sum(int[] bits, int count) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = 0;
            for (; i < count - 3; i += 4) {
                a += Float.intBitsToFloat(bits[i]);
                b += Float.intBitsToFloat(bits[i + 1]);
                c += Float.intBitsToFloat(bits[i + 2]);
                d += Float.intBitsToFloat(bits[i + 3]);
            }
            for (; i < count; i++) {
                a += Float.intBitsToFloat(bits[i]);
            }
            return (a + b) + (c + d);
        }

        private float[] piece(int count) {
            if (piece.length < count) {
                piece = new float[count];
            }
            return piece;
        }
    }

    private static final class Doubles extends Numbers {

        private final DoubleBuffer doubles;

        Doubles(INDArray array) {
            doubles = NativeNumbers.bytes(array).asDoubleBuffer();
        }

        @Override
        void read(int from, double[] to, int count) {
            doubles.get(from, to, 0, count);
        }

        @Override
        void write(int from, double[] values, int count) {
            doubles.put(from, values, 0, count);
        }

        @Override
        void gather(int from, int[] places, int count, double[] to, int first, int step) {
            for (int i = 0; i < count; i++) {
                to[first + i * step] = doubles.get(from + places[i]);
            }
        }

        @Override
        void scatter(int from, int[] places, int count, double[] values, int first, int step) {
            for (int i = 0; i < count; i++) {
                doubles.put(from + places[i], values[first + i * step]);
            }
        }

        @Override
        boolean areZeros(int from, int count) {
            for (int i = from; i < from + count; i++) {
                if (doubles.get(i) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
