package org.initbench.lean;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.LongPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** In double precision. */
final class DoubleElements implements Elements {

    private static final int AT_A_TIME = 4096;
    private static final long INFINITY = 0x7ff0000000000000L;
    private static final int LAST_BIT = 63;

    private final long[] activations = new long[AT_A_TIME];
    private final long[] gradients = new long[AT_A_TIME];
    private double[] from = {};
    private double[] to = {};
    private double[] biases = {};

    @Override
    public void turn(INDArray columns, @Nullable INDArray bias, INDArray rows, boolean isRectified) {
        int count = (int) columns.size(0);
        int width = (int) columns.size(1);
        if (from.length != count * width) {
            from = new double[count * width];
            to = new double[count * width];
            biases = new double[width];
        }
        at(columns).get(from);
        if (bias != null) {
            at(bias).get(biases);
        }
        for (int column = 0; column < width; column++) {
            double added = biases[column];
            for (int row = 0; row < count; row++) {
                double z = from[column * count + row] + added;
                to[row * width + column] = isRectified ? Math.max(z, 0) : z;
            }
        }
        at(rows).put(to);
    }

    private static DoublePointer at(INDArray array) {
        return new DoublePointer(array.data().addressPointer());
    }

    /** Bits of doubles compare as they do, so that no branch depends on values: those above 0 up to infinity pass. */
    @Override
    public void goBackThroughRelu(INDArray a, INDArray epsilon, INDArray delta) {
        LongPointer above = new LongPointer(a.data().addressPointer());
        LongPointer in = new LongPointer(epsilon.data().addressPointer());
        LongPointer out = new LongPointer(delta.data().addressPointer());
        long length = a.length();
        for (long start = 0; start < length; start += AT_A_TIME) {
            int count = (int) Math.min(AT_A_TIME, length - start);
            above.position(start).get(activations, 0, count);
            in.position(start).get(gradients, 0, count);
            for (int i = 0; i < count; i++) {
                long bits = activations[i];
                long isOut = (bits - 1 | bits | INFINITY - bits) >> LAST_BIT;
                gradients[i] &= ~isOut;
            }
            out.position(start).put(gradients, 0, count);
        }
    }
}
