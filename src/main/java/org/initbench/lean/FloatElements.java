package org.initbench.lean;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** In single precision. */
final class FloatElements implements Elements {

    private static final int AT_A_TIME = 4096;
    private static final int INFINITY = 0x7f800000;
    private static final int LAST_BIT = 31;

    private final int[] activations = new int[AT_A_TIME];
    private final int[] gradients = new int[AT_A_TIME];
    private float[] from = {};
    private float[] to = {};
    private float[] biases = {};

    @Override
    public void turn(INDArray columns, @Nullable INDArray bias, INDArray rows, boolean isRectified) {
        int count = (int) columns.size(0);
        int width = (int) columns.size(1);
        if (from.length != count * width) {
            from = new float[count * width];
            to = new float[count * width];
            biases = new float[width];
        }
        at(columns).get(from);
        if (bias != null) {
            at(bias).get(biases);
        }
        for (int column = 0; column < width; column++) {
            float added = biases[column];
            for (int row = 0; row < count; row++) {
                float z = from[column * count + row] + added;
                to[row * width + column] = isRectified ? Math.max(z, 0) : z;
            }
        }
        at(rows).put(to);
    }

    private static FloatPointer at(INDArray array) {
        return new FloatPointer(array.data().addressPointer());
    }

    /** Bits of floats compare as they do, so that no branch depends on values: those above 0 up to infinity pass. */
    @Override
    public void goBackThroughRelu(INDArray a, INDArray epsilon, INDArray delta) {
        IntPointer above = new IntPointer(a.data().addressPointer());
        IntPointer in = new IntPointer(epsilon.data().addressPointer());
        IntPointer out = new IntPointer(delta.data().addressPointer());
        long length = a.length();
        for (long start = 0; start < length; start += AT_A_TIME) {
            int count = (int) Math.min(AT_A_TIME, length - start);
            above.position(start).get(activations, 0, count);
            in.position(start).get(gradients, 0, count);
            for (int i = 0; i < count; i++) {
                int bits = activations[i];
                int isOut = (bits - 1 | bits | INFINITY - bits) >> LAST_BIT;
                gradients[i] &= ~isOut;
            }
            out.position(start).put(gradients, 0, count);
        }
    }
}
