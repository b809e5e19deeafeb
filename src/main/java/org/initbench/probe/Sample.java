package org.initbench.probe;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.Indexer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The values of one tensor, copied out of native memory in one pass and laid out unit by unit. A recurrent layer adds one
 * tensor for each time step.
 */
final class Sample {

    private final List<double[]> parts = new ArrayList<>();
    private int units;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** One of the tensors added, its units one after the other, each with as many values as the next. */
    List<double[]> parts() {
        return parts;
    }

    int units() {
        return units;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The smallest value; NaN where one is. */
    double min() {
        return min;
    }

    /** The largest value; NaN where one is. */
    double max() {
        return max;
    }

    /**
     * Adds activations or the like: (examples, units), (examples, channels, height, width) or (examples, units, steps).
     *
     * @param most how many examples to take, from the first
     * @param divisor of each value
     */
    void addExamples(INDArray tensor, int most, double divisor) {
        Axes axes = new Axes(1, 0, Math.min(most, tensor.size(0)));
        add(tensor, axes, divisor, new double[axes.length(tensor)]);
    }

    /**
     * A parameter or its gradient: (units), (inputs, units), or a kernel (units, channels, height, width).
     *
     * @param scratch whose array the sample is copied into, until the next one is
     */
    static Sample ofParameter(INDArray parameter, double divisor, Scratch scratch) {
        INDArray tensor = parameter.rank() == 1 ? parameter.reshape(1, parameter.length()) : parameter;
        boolean kernel = tensor.rank() > 2;
        Axes axes = kernel ? new Axes(0, 1, tensor.size(1)) : new Axes(1, 0, tensor.size(0));
        double[] values = scratch.doubles(axes.length(tensor));
        Sample sample = new Sample();
        if (axes.isMemoryOrder(tensor)) {
            sample.units = (int) tensor.size(axes.unit());
            copyRun(tensor, values, scratch);
            sample.finish(values, divisor);
        } else {
            sample.add(tensor, axes, divisor, values);
        }
        return sample;
    }

    /** Which axis counts units, which one is next, and how far along that one to go; any others count positions. */
    private record Axes(int unit, int other, long others) {

        int length(INDArray tensor) {
            return Math.toIntExact(tensor.size(unit) * others * positions(tensor));
        }

        static int positions(INDArray tensor) {
            int positions = 1;
            for (int axis = 2; axis < tensor.rank(); axis++) {
                positions *= (int) tensor.size(axis);
            }
            return positions;
        }

        /** Whether all values lie in memory as they are wanted: unit by unit, in each those of the next axis, one by one. */
        boolean isMemoryOrder(INDArray tensor) {
            long run = 1;
            for (int axis = tensor.rank() - 1; axis >= 2; axis--) {
                if (tensor.size(axis) > 1 && tensor.stride(axis) != run) {
                    return false;
                }
                run *= tensor.size(axis);
            }
            boolean areOthersNext = tensor.size(other) == 1 || tensor.stride(other) == run;
            boolean areUnitsLast = tensor.size(unit) == 1 || tensor.stride(unit) == run * tensor.size(other);
            return areOthersNext && areUnitsLast && others == tensor.size(other);
        }
    }

    private static void copyRun(INDArray tensor, double[] values, Scratch scratch) {
        if (tensor.dataType() == DataType.FLOAT) {
            float[] floats = scratch.floats(values.length);
            new FloatPointer(tensor.data().addressPointer()).get(floats);
            for (int i = 0; i < values.length; i++) {
                values[i] = floats[i];
            }
        } else {
            new DoublePointer(tensor.data().addressPointer()).get(values);
        }
    }

    private void add(INDArray tensor, Axes axes, double divisor, double[] values) {
        units = (int) tensor.size(axes.unit());
        long[] positionOffsets = positionOffsets(tensor, Axes.positions(tensor));
        Indexer indexer = tensor.data().indexer();
        int next = 0;
        for (long unit = 0; unit < units; unit++) {
            for (long other = 0; other < axes.others(); other++) {
                long start = unit * tensor.stride(axes.unit()) + other * tensor.stride(axes.other());
                for (long offset : positionOffsets) {
                    values[next++] = value(indexer, start + offset);
                }
            }
        }
        finish(values, divisor);
    }

    /** Adding 0 turns −0 into 0. To multiply is faster than to divide, and gives the same where the divisor is a power of 2. */
    private void finish(double[] values, double divisor) {
        double factor = 1 / divisor;
        boolean isPowerOfTwo = Math.abs(divisor) == Math.scalb(1.0, Math.getExponent(divisor));
        double low = min;
        double high = max;
        boolean isNumber = true;
        for (int i = 0; i < values.length; i++) {
            double value = (isPowerOfTwo ? values[i] * factor : values[i] / divisor) + 0.0;
            values[i] = value;
            low = value < low ? value : low;
            high = value > high ? value : high;
            isNumber &= !Double.isNaN(value);
        }
        min = isNumber ? low : Double.NaN;
        max = isNumber ? high : Double.NaN;
        parts.add(values);
    }

    private static long[] positionOffsets(INDArray tensor, int positions) {
        long[] offsets = new long[positions];
        for (int position = 0; position < positions; position++) {
            int rest = position;
            for (int axis = tensor.rank() - 1; axis >= 2; axis--) {
                int size = (int) tensor.size(axis);
                offsets[position] += (long) (rest % size) * tensor.stride(axis);
                rest /= size;
            }
        }
        return offsets;
    }

    private static double value(Indexer indexer, long index) {
        if (indexer instanceof FloatIndexer floats) {
            return floats.get(index);
        }
        return ((DoubleIndexer) indexer).get(index);
    }
}
