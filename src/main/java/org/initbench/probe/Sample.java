package org.initbench.probe;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The values of one tensor. A recurrent layer adds one tensor for each time step. */
final class Sample {

    private final List<Part> parts = new ArrayList<>();

    /**
     * One of the tensors added.
     *
     * @param units of the layer
     * @param run how many values of a unit follow each other, before those of the next unit
     */
    record Part(Values values, int units, int run) {

        private static Part of(INDArray dense, Values values, int unitAxis) {
            return new Part(values, (int) dense.size(unitAxis), Math.max(1, dense.stride(unitAxis)));
        }
    }

    List<Part> parts() {
        return parts;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The fraction of units whose every value is 0. */
    double deadUnitFraction() {
        boolean[] alive = new boolean[parts.get(0).units()];
        parts.forEach(part -> part.values().markAlive(alive, part.run()));
        int dead = 0;
        for (boolean isAlive : alive) {
            dead += isAlive ? 0 : 1;
        }
        return (double) dead / alive.length;
    }

    /**
     * Adds activations or the like, by a copy: (examples, units), (examples, channels, height, width) or (examples, units, steps).
     *
     * @param divisor of each value
     * @param scratch lends memory for the copy until {@link #release}
     */
    void add(INDArray tensor, double divisor, Scratch scratch) {
        INDArray dense = dense(tensor);
        parts.add(Part.of(dense, Values.copy(dense, divisor, scratch), 1));
    }

    /**
     * A parameter or its gradient, where it lies: (units), (inputs, units), or a kernel (units, channels, height, width). The values
     * of a unit follow each other.
     *
     * @param scratch for the piece that is looked at, of one sample at a time
     */
    static Sample ofParameter(INDArray parameter, double divisor, Scratch scratch) {
        INDArray tensor = parameter.rank() == 1 ? parameter.reshape(1, parameter.length()) : parameter;
        boolean isKernel = tensor.rank() > 2;
        char order = isKernel ? 'c' : 'f';
        boolean isInOrder = tensor.ordering() == order || tensor.size(0) == 1;
        INDArray dense = dense(isInOrder ? tensor : tensor.dup(order));
        Sample sample = new Sample();
        sample.parts.add(Part.of(dense, Values.inPlace(dense, divisor, scratch), isKernel ? 0 : 1));
        return sample;
    }

    private static INDArray dense(INDArray tensor) {
        return tensor.elementWiseStride() == 1 ? tensor : tensor.dup('c');
    }

    /** Gives the memory of copies back; nothing is left. */
    void release() {
        parts.forEach(part -> part.values().release());
        parts.clear();
    }
}
