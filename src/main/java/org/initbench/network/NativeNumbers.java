package org.initbench.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays of float or double in native memory, copied as they lie; ND4J's own ways go element by element. */
public final class NativeNumbers {

    private NativeNumbers() {}

    /**
     * The memory of an array without gaps, of 2 GB at most. It is the array that keeps it: who copies from here has to see to it that the
     * array is still there.
     */
    public static ByteBuffer bytes(INDArray array) {
        Pointer first = new Pointer(array.data().addressPointer());
        long bytes = array.length() * array.dataType().width();
        return first.position(0).limit(bytes).capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** All numbers, the last axis first. */
    static double[] read(INDArray array) {
        INDArray dense = array.ordering() == 'c' && array.elementWiseStride() == 1 ? array : array.dup('c');
        double[] numbers = new double[(int) dense.length()];
        if (dense.dataType() == DataType.DOUBLE) {
            new DoublePointer(dense.data().addressPointer()).get(numbers);
            return numbers;
        }
        float[] floats = new float[numbers.length];
        new FloatPointer(dense.data().addressPointer()).get(floats);
        for (int i = 0; i < floats.length; i++) {
            numbers[i] = floats[i];
        }
        return numbers;
    }

    /** Puts them there; returns the array, which has order c and no gaps. */
    static INDArray write(double[] numbers, INDArray array) {
        if (array.dataType() == DataType.DOUBLE) {
            new DoublePointer(array.data().addressPointer()).put(numbers);
            return array;
        }
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        new FloatPointer(array.data().addressPointer()).put(floats);
        return array;
    }
}
