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
     * @param stride from there to where the next one goes
     */
    abstract void gather(int from, int[] places, double[] to, int first, int stride);

    /**
     * Puts single numbers.
     *
     * @param from the place that others are counted from
     * @param places that are written
     * @param values by place
     */
    abstract void scatter(int from, int[] places, double[] values);

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
        void gather(int from, int[] places, double[] to, int first, int stride) {
            floats.gather(from, places, to, first, stride);
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
        void gather(int from, int[] places, double[] to, int first, int stride) {
            for (int i = 0; i < places.length; i++) {
                to[first + i * stride] = doubles.get(from + places[i]);
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
