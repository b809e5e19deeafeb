package org.initbench.step;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Numbers in native memory, where BLAS finds them, read and written as doubles some at a time: loops over arrays of the JVM are
 * what its compiler makes fast. It is the array that keeps the memory, not this. What is computed from floats is rounded once, when it is written.
 */
abstract class Numbers {

    private static final int TILE = 8;

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
     * @param places that are read
     * @param first where the first of them goes
     */
    abstract void gather(int from, int[] places, double[] to, int first);

    /**
     * Puts single numbers.
     *
     * @param from the place that others are counted from
     * @param places that are written
     * @param values by place
     */
    abstract void scatter(int from, int[] places, double[] values);

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

    /** The memory of an array without gaps. */
    static ByteBuffer bytes(INDArray array) {
        Pointer first = new Pointer(array.data().addressPointer());
        long bytes = array.length() * array.dataType().width();
        return first.position(0).limit(bytes).capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private static final class Floats extends Numbers {

        private final FloatMemory floats;
        private float[] piece = {};

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
        void gather(int from, int[] places, double[] to, int first) {
            floats.gather(from, places, to, first);
        }

        @Override
        void scatter(int from, int[] places, double[] values) {
            floats.scatter(from, places, values);
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
            doubles = bytes(array).asDoubleBuffer();
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
        void gather(int from, int[] places, double[] to, int first) {
            for (int i = 0; i < places.length; i++) {
                to[first + i] = doubles.get(from + places[i]);
            }
        }

        @Override
        void scatter(int from, int[] places, double[] values) {
            for (int place : places) {
                doubles.put(from + place, values[place]);
            }
        }
    }
}
