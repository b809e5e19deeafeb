package org.initbench.init;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;

/**
 * One weight parameter of a network, as an initializer sees it.
 *
 * @param layer position among the layers with weights, from 0
 * @param layers how many layers have weights
 * @param parameter DL4J's key within the layer: W, or RW for recurrent weights
 * @param kind what the weights do
 * @param shape as DL4J lays the parameter out: dense, recurrent and embedding (inputs, units), convolution (units, input
 *     channels, kernel height, kernel width)
 * @param activation of the layer
 * @param branch the residual branch in which the layer stands; null outside of any
 */
public record Slot(
        int layer,
        int layers,
        String parameter,
        Kind kind,
        List<Long> shape,
        IActivation activation,
        @Nullable Branch branch) {

    /**
     * A place in a residual branch.
     *
     * @param position among the layers with weights of the branch, from 0
     * @param layers with weights in the branch: Fixup's m
     * @param branches of the whole network: Fixup's L
     */
    public record Branch(int position, int layers, int branches) {

        /** Whether the branch ends with this layer. */
        public boolean isLast() {
            return position == layers - 1;
        }
    }

    /** A parameter outside of any residual branch. */
    public Slot(int layer, int layers, String parameter, Kind kind, List<Long> shape, IActivation activation) {
        this(layer, layers, parameter, kind, shape, activation, null);
    }

    /** What the weights do. */
    public enum Kind {
        DENSE,
        CONVOLUTION,
        RECURRENT,
        EMBEDDING
    }

    /** Whether this is the last layer with weights. */
    public boolean isLast() {
        return layer == layers - 1;
    }

    /** Output units: columns of a matrix, output channels of a kernel. */
    public int units() {
        return Math.toIntExact(kind == Kind.CONVOLUTION ? shape.get(0) : shape.get(1));
    }

    /** Weights into one unit: rows of a matrix, input channels times kernel positions. */
    public int inputs() {
        return size() / units();
    }

    /** Number of weights. */
    public int size() {
        return Math.toIntExact(shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact));
    }

    /** Dense, recurrent: inputs; convolution: input channels times kernel positions; embedding: vocabulary. */
    public int fanIn() {
        return inputs();
    }

    /** Dense, recurrent: units; convolution: output channels times kernel positions; embedding: dimensions. */
    public int fanOut() {
        return kind == Kind.CONVOLUTION ? units() * kernelHeight() * kernelWidth() : units();
    }

    /** Input channels of a kernel. */
    public int channelsIn() {
        return Math.toIntExact(shape.get(1));
    }

    /** Height of a kernel. */
    public int kernelHeight() {
        return Math.toIntExact(shape.get(2));
    }

    /** Width of a kernel. */
    public int kernelWidth() {
        return Math.toIntExact(shape.get(3));
    }

    /** The values of a kernel that is 0 but at its centre, where it is {@code matrix}, (units, channels in) row by row. */
    double[] centred(double[] matrix) {
        int positions = kernelHeight() * kernelWidth();
        int centre = kernelHeight() / 2 * kernelWidth() + kernelWidth() / 2;
        double[] values = new double[size()];
        for (int i = 0; i < matrix.length; i++) {
            values[i * positions + centre] = matrix[i];
        }
        return values;
    }
}
