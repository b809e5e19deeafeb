package org.initbench.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.PrimaryCapsules;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.initbench.network.Weights.Layout;
import org.jspecify.annotations.Nullable;

/**
 * The kernels of each family of convolutions. Fan-in is what one output sums over: channels in times positions. Fan-out is
 * channels out times positions, as if an input reached every position of a kernel, whatever the stride.
 */
final class Kernels {

    private static final String W = "W";
    private static final String B = "b";

    private Kernels() {}

    /** [out, in, height, width]. */
    static List<Weights> image(ConvolutionLayer layer) {
        int[] kernel = layer.getKernelSize();
        return List.of(channelsFirst(layer, kernel[0], kernel[1]));
    }

    /** [out, in, steps, 1]; DL4J notes the kernel as square. */
    static List<Weights> steps(Convolution1DLayer layer) {
        return List.of(channelsFirst(layer, layer.getKernelSize()[0], 1));
    }

    /** [out, in, depth, height, width]. */
    static List<Weights> volume(Convolution3D layer) {
        int[] kernel = layer.getKernelSize();
        return List.of(channelsFirst(layer, kernel[0], kernel[1], kernel[2]));
    }

    private static Weights channelsFirst(ConvolutionLayer layer, long... kernel) {
        long positions = product(kernel);
        List<Long> shape = shape(new long[] {layer.getNOut(), layer.getNIn()}, kernel);
        Layout layout = new Layout(shape, null, 0, axes(1, shape.size()), false);
        return new Weights(W, Role.INPUT, B, layout, layer.getNIn() * positions, layer.getNOut() * positions);
    }

    /**
     * [in, out, height, width]. With stride s, one output sums over the inputs whose kernels reach it: fan-in is channels in times
     * positions / s², where kernels overlap evenly.
     */
    static List<Weights> transposed(Deconvolution2D layer) {
        int[] kernel = layer.getKernelSize();
        List<Long> shape = List.of(layer.getNIn(), layer.getNOut(), (long) kernel[0], (long) kernel[1]);
        Layout layout = new Layout(shape, null, 1, List.of(0, 2, 3), false);
        return List.of(transposed(layer, layout));
    }

    /** [depth, height, width, out, in]; fans as {@link #transposed(Deconvolution2D)}, with s³. */
    static List<Weights> transposedVolume(Deconvolution3D layer) {
        int[] kernel = layer.getKernelSize();
        List<Long> shape =
                List.of((long) kernel[0], (long) kernel[1], (long) kernel[2], layer.getNOut(), layer.getNIn());
        Layout layout = new Layout(shape, null, 3, List.of(4, 0, 1, 2), false);
        return List.of(transposed(layer, layout));
    }

    private static Weights transposed(ConvolutionLayer layer, Layout layout) {
        double positions = product(longs(layer.getKernelSize()));
        double strides = product(longs(layer.getStride()));
        double fanIn = layer.getNIn() * positions / strides;
        return new Weights(W, Role.INPUT, B, layout, fanIn, layer.getNOut() * positions);
    }

    /** [height, width, in, multiplier]: each channel has kernels of its own, so that one output sums over positions alone. */
    static List<Weights> depthwise(DepthwiseConvolution2D layer) {
        int[] kernel = layer.getKernelSize();
        long multiplier = layer.getDepthMultiplier();
        List<Long> shape = List.of((long) kernel[0], (long) kernel[1], layer.getNIn(), multiplier, 1L);
        Layout layout = new Layout(shape, 2, 3, List.of(4, 0, 1), false);
        return List.of(depthwise(kernel, multiplier, B, layout));
    }

    /** Depthwise [multiplier, in, height, width], then pointwise [out, in · multiplier, 1, 1], to whose units the biases belong. */
    static List<Weights> separable(SeparableConvolution2D layer) {
        int[] kernel = layer.getKernelSize();
        long multiplier = layer.getDepthMultiplier();
        List<Long> shape = List.of(multiplier, layer.getNIn(), (long) kernel[0], (long) kernel[1], 1L);
        Layout layout = new Layout(shape, 1, 0, List.of(4, 2, 3), false);
        long channels = layer.getNIn() * multiplier;
        Layout points = new Layout(List.of(layer.getNOut(), channels, 1L, 1L), null, 0, List.of(1, 2, 3), false);
        return List.of(
                depthwise(kernel, multiplier, null, layout),
                new Weights("pW", Role.POINTWISE, B, points, channels, layer.getNOut()));
    }

    private static Weights depthwise(int[] kernel, long multiplier, @Nullable String bias, Layout layout) {
        double positions = product(longs(kernel));
        return new Weights(W, Role.DEPTHWISE, bias, layout, positions, multiplier * positions);
    }

    /** [places, positions · in, out]: a matrix for each place. */
    static List<Weights> local(SameDiffLayer layer) {
        long[] shape = Families.shape(layer.getLayerParams(), W);
        double positions = layer instanceof LocallyConnected1D line
                ? line.getKernel()
                : product(longs(((LocallyConnected2D) layer).getKernel()));
        Layout layout = new Layout(shape(shape), 0, 2, List.of(1), false);
        return List.of(new Weights(W, Role.INPUT, B, layout, shape[1], shape[2] * positions));
    }

    /** [height, width, in, dimensions · channels]. */
    static List<Weights> primaryCapsules(PrimaryCapsules layer) {
        long[] shape = Families.shape(layer.getLayerParams(), "weight");
        double positions = shape[0] * (double) shape[1];
        Layout layout = new Layout(shape(shape), null, 3, List.of(2, 0, 1), false);
        return List.of(new Weights("weight", Role.INPUT, "bias", layout, shape[2] * positions, shape[3] * positions));
    }

    private static List<Long> shape(long[]... parts) {
        return Arrays.stream(parts).flatMapToLong(Arrays::stream).boxed().toList();
    }

    private static List<Integer> axes(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static long[] longs(int[] sizes) {
        return Arrays.stream(sizes).asLongStream().toArray();
    }

    private static long product(long[] sizes) {
        return Arrays.stream(sizes).reduce(1, Math::multiplyExact);
    }
}
