package org.initbench.network;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies whole arrays of float or double out of native memory and into it; ND4J's own ways go element by element. */
final class NativeNumbers {

    private NativeNumbers() {}

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
