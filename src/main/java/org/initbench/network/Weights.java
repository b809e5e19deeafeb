package org.initbench.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A weight parameter of a layer, as one matrix or kernel or several of a shape: one for each gate of a unit, or for each channel
 * or place that has units of its own.
 *
 * @param key DL4J's within the layer, as W
 * @param role what it does
 * @param bias DL4J's key of the biases that its units have; null where there are none
 * @param layout where its values are
 * @param fanIn how many inputs one output sums over
 * @param fanOut how many outputs one input reaches, where kernels overlap evenly
 */
public record Weights(String key, Role role, @Nullable String bias, Layout layout, double fanIn, double fanOut) {

    /**
     * Where the values of a parameter are.
     *
     * @param shape of the parameter in C order, axes that DL4J joins apart; a parameter that has more columns has others behind
     * @param stack axis along which there are several matrices; null where there is one
     * @param unit axis of the units of a matrix
     * @param inputs axes of what goes into a unit: channels, then positions, where it is a kernel
     * @param gates whether the matrices of the stack are gates of the same units
     */
    public record Layout(List<Long> shape, @Nullable Integer stack, int unit, List<Integer> inputs, boolean gates) {

        private int size(int axis) {
            return Math.toIntExact(shape.get(axis));
        }

        /** Axes in the order in which an initializer gives values: matrices, units, inputs. */
        private List<Integer> drawn() {
            List<Integer> axes = new ArrayList<>();
            if (stack != null) {
                axes.add(stack);
            }
            axes.add(unit);
            axes.addAll(inputs);
            return axes;
        }

        /** Axes with all that goes into a unit together: a unit's gates too. */
        private List<Integer> byUnit() {
            List<Integer> axes = drawn();
            if (gates) {
                Collections.swap(axes, 0, 1);
            }
            return axes;
        }

        private long[] sizes(List<Integer> axes) {
            return axes.stream().mapToLong(shape::get).toArray();
        }
    }

    /** A matrix that DL4J stores as [inputs, units]; its fans are these. */
    static Weights matrix(String key, Role role, @Nullable String bias, long inputs, long units) {
        Layout layout = new Layout(List.of(inputs, units), null, 1, List.of(0), false);
        return new Weights(key, role, bias, layout, inputs, units);
    }

    /** Matrices that DL4J stores as [inputs, gates · units]; fans are those of one gate. */
    static Weights gates(String key, Role role, @Nullable String bias, long inputs, long gates, long units) {
        Layout layout = new Layout(List.of(inputs, gates, units), 1, 2, List.of(0), true);
        return new Weights(key, role, bias, layout, inputs, units);
    }

    /** The same under names that begin so. */
    Weights prefixed(String prefix) {
        return new Weights(prefix + key, role, bias == null ? null : prefix + bias, layout, fanIn, fanOut);
    }

    /** How many matrices or kernels there are. */
    public int matrices() {
        return layout.stack() == null ? 1 : layout.size(layout.stack());
    }

    /** Whether its matrices are gates of the same units. */
    public boolean hasGates() {
        return layout.gates();
    }

    /** Of one of them: (inputs, units), or (units, channels in, kernel…). */
    public List<Long> shape() {
        long units = layout.size(layout.unit());
        List<Long> inputs =
                layout.inputs().stream().map(axis -> layout.shape().get(axis)).toList();
        if (inputs.size() == 1) {
            return List.of(inputs.get(0), units);
        }
        List<Long> kernel = new ArrayList<>(List.of(units));
        kernel.addAll(inputs);
        return List.copyOf(kernel);
    }

    /**
     * Gives a parameter its values; columns that others have behind, as peepholes, become 0.
     *
     * @param parameter the network's own array
     * @param values matrix by matrix, in each unit by unit, channels before positions
     */
    public void assign(INDArray parameter, double[] values) {
        List<Integer> axes = layout.drawn();
        DataType type = parameter.dataType() == DataType.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
        INDArray drawn = NativeNumbers.write(values, Nd4j.createUninitialized(type, values.length))
                .reshape('c', layout.sizes(axes))
                .permute(inverse(axes));
        INDArray part = part(parameter);
        if (part.length() < parameter.length()) {
            parameter.assign(0);
        }
        part.assign(
                Arrays.equals(drawn.shape(), part.shape())
                        ? drawn
                        : drawn.dup('c').reshape('c', part.shape()));
    }

    /** The values of a parameter, matrix by matrix, each in the order in which {@link #assign} takes them. */
    public List<double[]> values(INDArray parameter) {
        double[] all = part(parameter)
                .dup('c')
                .reshape('c', layout.shape().stream().mapToLong(Long::longValue).toArray())
                .permute(layout.drawn().stream().mapToInt(Integer::intValue).toArray())
                .dup('c')
                .ravel()
                .toDoubleVector();
        int size = all.length / matrices();
        return IntStream.range(0, matrices())
                .mapToObj(matrix -> Arrays.copyOfRange(all, matrix * size, (matrix + 1) * size))
                .toList();
    }

    /** The columns that a parameter has behind its matrices, as peepholes; empty where there are none. */
    public double[] valuesBehind(INDArray parameter) {
        long size = part(parameter).length();
        return size == parameter.length()
                ? new double[0]
                : parameter
                        .get(NDArrayIndex.all(), NDArrayIndex.interval(size / parameter.size(0), parameter.size(1)))
                        .dup('c')
                        .ravel()
                        .toDoubleVector();
    }

    /** A parameter or its gradient as (values into a unit, units), all gates of a unit together; the array itself where that is its form. */
    public INDArray byUnit(INDArray parameter) {
        List<Integer> axes = layout.byUnit();
        boolean isMatrix = parameter.rank() == 2 && axes.equals(List.of(1, 0));
        boolean isKernel = parameter.rank() > 2
                && parameter.rank() == axes.size()
                && axes.equals(IntStream.range(0, axes.size()).boxed().toList());
        if (isMatrix || isKernel) {
            return parameter;
        }
        int units = layout.gates() ? layout.size(layout.unit()) : matrices() * layout.size(layout.unit());
        return part(parameter)
                .dup('c')
                .reshape('c', layout.shape().stream().mapToLong(Long::longValue).toArray())
                .permute(axes.stream().mapToInt(Integer::intValue).toArray())
                .dup('c')
                .reshape('c', units, -1)
                .transpose()
                .dup('f');
    }

    /** Without the columns that others have behind. */
    private INDArray part(INDArray parameter) {
        long size = layout.shape().stream().reduce(1L, Math::multiplyExact);
        if (parameter.length() == size) {
            return parameter;
        }
        return parameter.get(NDArrayIndex.all(), NDArrayIndex.interval(0, size / parameter.size(0)));
    }

    private static int[] inverse(List<Integer> axes) {
        int[] inverse = new int[axes.size()];
        for (int i = 0; i < inverse.length; i++) {
            inverse[axes.get(i)] = i;
        }
        return inverse;
    }
}
