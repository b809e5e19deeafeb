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

        private static Part of(INDArray tensor, int unitAxis, double divisor, Scratch scratch) {
            INDArray dense = tensor.elementWiseStride() == 1 ? tensor : tensor.dup('c');
            return new Part(
                    Values.of(dense, divisor, scratch),
                    (int) dense.size(unitAxis),
                    Math.max(1, dense.stride(unitAxis)));
        }
    }

    List<Part> parts() {
        return parts;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The smallest value; NaN where one is. */
    double min() {
        return parts.stream().mapToDouble(part -> part.values().min()).reduce(Double.POSITIVE_INFINITY, Math::min);
    }

    /** The largest value; NaN where one is. */
    double max() {
        return parts.stream().mapToDouble(part -> part.values().max()).reduce(Double.NEGATIVE_INFINITY, Math::max);
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
     * Adds activations or the like: (examples, units), (examples, channels, height, width) or (examples, units, steps).
     *
     * @param divisor of each value
     */
    void add(INDArray tensor, double divisor) {
        parts.add(Part.of(tensor, 1, divisor, new Scratch()));
    }

    /**
     * A parameter or its gradient: (units), (inputs, units), or a kernel (units, channels, height, width). The values of a unit
     * follow each other.
     *
     * @param scratch whose array the sample is copied into, until the next one is
     */
    static Sample ofParameter(INDArray parameter, double divisor, Scratch scratch) {
        INDArray tensor = parameter.rank() == 1 ? parameter.reshape(1, parameter.length()) : parameter;
        boolean isKernel = tensor.rank() > 2;
        char order = isKernel ? 'c' : 'f';
        boolean isInOrder = tensor.ordering() == order || tensor.size(0) == 1;
        Sample sample = new Sample();
        sample.parts.add(Part.of(isInOrder ? tensor : tensor.dup(order), isKernel ? 0 : 1, divisor, scratch));
        return sample;
    }
}
