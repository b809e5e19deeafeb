package org.initbench.probe;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.Indexer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The values of one tensor, copied out of native memory in one pass and laid out unit by unit. A recurrent layer adds one
 * tensor for each time step.
 */
final class Sample {

    private final List<double[]> parts = new ArrayList<>();
    private int units;

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

    /**
     * Adds activations or the like: (examples, units), (examples, channels, height, width) or (examples, units, steps).
     *
     * @param most how many examples to take, from the first
     * @param divisor of each value
     */
    void addExamples(INDArray tensor, int most, double divisor) {
        add(tensor, new Axes(1, 0, Math.min(most, tensor.size(0))), divisor);
    }

    /** A parameter or its gradient: (units), (inputs, units), or a kernel (units, channels, height, width). */
    static Sample ofParameter(INDArray parameter, double divisor) {
        INDArray tensor = parameter.rank() == 1 ? parameter.reshape(1, parameter.length()) : parameter;
        boolean kernel = tensor.rank() > 2;
        Sample sample = new Sample();
        sample.add(tensor, kernel ? new Axes(0, 1, tensor.size(1)) : new Axes(1, 0, tensor.size(0)), divisor);
        return sample;
    }

    /** Which axis counts units, which one is next, and how far along that one to go; any others count positions. */
    private record Axes(int unit, int other, long others) {}

    /** Adding 0 turns −0 into 0. */
    private void add(INDArray tensor, Axes axes, double divisor) {
        units = (int) tensor.size(axes.unit());
        int positions = 1;
        for (int axis = 2; axis < tensor.rank(); axis++) {
            positions *= (int) tensor.size(axis);
        }
        long[] positionOffsets = positionOffsets(tensor, positions);
        double[] values = new double[Math.toIntExact(units * axes.others() * positions)];
        Indexer indexer = tensor.data().indexer();
        int next = 0;
        for (long unit = 0; unit < units; unit++) {
            for (long other = 0; other < axes.others(); other++) {
                long start = unit * tensor.stride(axes.unit()) + other * tensor.stride(axes.other());
                for (long offset : positionOffsets) {
                    values[next++] = value(indexer, start + offset) / divisor + 0.0;
                }
            }
        }
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
