package org.initbench.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.initbench.conformance.LayerDefinition.Biases;
import org.initbench.conformance.LayerDefinition.Reading;

/**
 * Sizes of a layer with kernels.
 *
 * @param sizes of the kernel, as height and width
 * @param inputs channels in
 * @param outputs channels out, or for each channel in
 * @param stride the same along each axis
 */
record Kernel(List<Integer> sizes, int inputs, int outputs, int stride) {

    static final String DIVIDED = "fan-out is divided by the strides";
    private static final String GLOROT =
            "an input reaches so many outputs, which is Glorot & Bengio's fan-out; Keras and PyTorch do not divide";

    /** Behind the sizes of the kernel: channels in and out, stride. */
    private static final int OTHERS = 3;

    /** Strides over the input beyond the first place. */
    private static final int STEPS = 3;

    /** The kernel's sizes, channels in, channels out, stride. */
    static Kernel of(List<Integer> sizes) {
        int axes = sizes.size() - OTHERS;
        return new Kernel(sizes.subList(0, axes), sizes.get(axes), sizes.get(axes + 1), sizes.get(axes + 2));
    }

    /** The sizes, as DL4J takes them. */
    int[] kernel() {
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The stride along each axis, as DL4J takes it. */
    int[] strides() {
        int[] strides = new int[sizes.size()];
        Arrays.fill(strides, stride);
        return strides;
    }

    double positions() {
        return sizes.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    }

    /** Product of the strides. */
    double stridden() {
        return Math.pow(stride, sizes.size());
    }

    boolean isStrided() {
        return stride > 1;
    }

    /** Of the input, so that there are four places along each axis. */
    int side(int axis) {
        return sizes.get(axis) + STEPS * stride;
    }

    InputType steps() {
        return InputType.recurrent(inputs, side(0));
    }

    InputType pictures() {
        return InputType.convolutional(side(0), side(1), inputs);
    }

    InputType volumes() {
        return InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, side(0), side(1), side(2), inputs);
    }

    /** (channels in · positions, channels out · positions / strides), with what speaks for it. */
    Reading divided() {
        return divided(DIVIDED, GLOROT);
    }

    /** The same fans with other words, which are needed where there is a stride. */
    Reading divided(String why, String defence) {
        return new Reading(
                inputs * positions(),
                outputs * positions() / stridden(),
                isStrided() ? why : "",
                isStrided() ? defence : "");
    }

    /** A layer whose biases begin at what the network says. */
    LayerDefinition definition(InputType input, Supplier<Layer> layer, Reading reading) {
        return LayerDefinition.of(input, layer, Biases.ARRIVE, Map.of("W", reading));
    }
}
