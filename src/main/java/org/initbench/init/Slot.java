package org.initbench.init;

import java.util.List;
import org.initbench.network.Recurrence;
import org.initbench.network.Role;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;

/**
 * One weight parameter of a network, as an initializer sees it: a matrix or a kernel. Where a parameter is several of one shape, for
 * the gates of an LSTM, the channels of a depthwise convolution or the places of a locally connected layer, the initializer is asked
 * once for each, and everything here is of one.
 *
 * @param layer position among the layers with weights, from 0
 * @param layers how many layers have weights
 * @param parameter DL4J's key within the layer: W, or RW for recurrent weights
 * @param role what the weights do
 * @param shape of a matrix (inputs, units), of a kernel (units, channels in, then its sizes, as height and width)
 * @param fanIn how many inputs one output sums over: inputs of a matrix, per gate in an LSTM; channels in times positions of a
 *     kernel, positions alone where it is depthwise; channels in times positions divided by the product of the strides where a
 *     convolution is transposed; the vocabulary of an embedding
 * @param fanOut how many outputs one input reaches: units of a matrix, units times positions of a kernel
 * @param activation of the layer
 * @param branch the residual branch in which the layer stands; null outside of any
 * @param branches how many residual branches the whole network has
 * @param recurrence whether the layer's last outputs come back to it, and whether through gates
 */
public record Slot(
        int layer,
        int layers,
        String parameter,
        Role role,
        List<Long> shape,
        double fanIn,
        double fanOut,
        IActivation activation,
        @Nullable Branch branch,
        int branches,
        Recurrence recurrence) {

    private static final int MATRIX_RANK = 2;

    /**
     * A place in a residual branch.
     *
     * @param position among the layers with weights of the branch, from 0
     * @param layers with weights in the branch: Fixup's m
     */
    public record Branch(int position, int layers) {

        /** Whether the branch ends with this layer. */
        public boolean isLast() {
            return position == layers - 1;
        }
    }

    /** A matrix or kernel outside of any residual branch and without gates, whose fans are those of its shape. */
    public Slot(int layer, int layers, String parameter, Role role, List<Long> shape, IActivation activation) {
        this(
                layer,
                layers,
                parameter,
                role,
                shape,
                fanIn(shape),
                fanOut(shape),
                activation,
                null,
                0,
                role == Role.RECURRENT ? Recurrence.PLAIN : Recurrence.NONE);
    }

    private static double fanIn(List<Long> shape) {
        return shape.size() == MATRIX_RANK ? shape.get(0) : product(shape.subList(1, shape.size()));
    }

    private static double fanOut(List<Long> shape) {
        return shape.size() == MATRIX_RANK
                ? shape.get(1)
                : shape.get(0) * (double) product(shape.subList(MATRIX_RANK, shape.size()));
    }

    private static long product(List<Long> sizes) {
        return sizes.stream().reduce(1L, Math::multiplyExact);
    }

    /** Whether the weights are a kernel, which is moved over its input, rather than a matrix. */
    public boolean isKernel() {
        return shape.size() > MATRIX_RANK;
    }

    /** Whether a residual branch ends with these weights; of attention those that project its heads do. */
    public boolean endsBranch() {
        return branch != null && branch.isLast() && !isOfHeads();
    }

    /** Whether these weights make queries, keys or values. */
    boolean isOfHeads() {
        return role == Role.QUERY || role == Role.KEY || role == Role.VALUE;
    }

    /** Whether this is the last layer with weights. */
    public boolean isLast() {
        return layer == layers - 1;
    }

    /** Output units: columns of a matrix, output channels of a kernel. */
    public int units() {
        return Math.toIntExact(isKernel() ? shape.get(0) : shape.get(1));
    }

    /** Weights into one unit: rows of a matrix, input channels times kernel positions. */
    public int inputs() {
        return size() / units();
    }

    /** Number of weights. */
    public int size() {
        return Math.toIntExact(product(shape));
    }

    /** Input channels of a kernel. */
    public int channelsIn() {
        return Math.toIntExact(shape.get(1));
    }

    /** Sizes of a kernel, as height and width; empty for a matrix. */
    public List<Long> kernel() {
        return shape.subList(Math.min(MATRIX_RANK, shape.size()), shape.size());
    }

    /** The values of a kernel that is 0 but at its centre, where it is {@code matrix}, (units, channels in) row by row. */
    double[] centred(double[] matrix) {
        int positions = Math.toIntExact(product(kernel()));
        int centre = 0;
        for (long size : kernel()) {
            centre = Math.toIntExact(centre * size + size / 2);
        }
        double[] values = new double[size()];
        for (int i = 0; i < matrix.length; i++) {
            values[i * positions + centre] = matrix[i];
        }
        return values;
    }
}
