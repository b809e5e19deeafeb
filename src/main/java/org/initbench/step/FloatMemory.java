package org.initbench.step;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.initbench.network.NativeNumbers;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The memory of an array of floats, copied as floats. It is the array that keeps it, not this. */
final class FloatMemory {

    private final FloatBuffer floats;
    private final IntBuffer bits;

    FloatMemory(INDArray array) {
        this.floats = NativeNumbers.bytes(array).asFloatBuffer();
        this.bits = NativeNumbers.bytes(array).asIntBuffer();
    }

    void read(int from, float[] to, int count) {
        floats.get(from, to, 0, count);
    }

    void write(int from, float[] values, int count) {
        floats.put(from, values, 0, count);
    }

    void readBits(int from, int[] to, int count) {
        bits.get(from, to, 0, count);
    }

    void writeBits(int from, int[] values, int count) {
        bits.put(from, values, 0, count);
    }

    void gather(int from, int[] places, int count, double[] to, int first, int step) {
        for (int i = 0; i < count; i++) {
            to[first + i * step] = floats.get(from + places[i]);
        }
    }

    void scatter(int from, int[] places, int count, double[] values, int first, int step) {
        for (int i = 0; i < count; i++) {
            floats.put(from + places[i], (float) values[first + i * step]);
        }
    }

    boolean areZeros(int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (floats.get(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
