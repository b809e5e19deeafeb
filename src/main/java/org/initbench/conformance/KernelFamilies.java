package org.initbench.conformance;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.initbench.conformance.LayerDefinition.Biases;
import org.initbench.conformance.LayerDefinition.Reading;

/** Convolutions. Source: {@code ConvolutionParamInitializer} and those that extend it. */
final class KernelFamilies {

    private static final String W = "W";

    private static final String WRONG_SIDE = "the strides divide fan-out instead of fan-in";
    private static final String BORROWED = "the formula of a convolution, where the strides belong to fan-out";
    private static final String MANY_CHANNELS = "fan-in counts all channels, where an output sums over one";
    private static final String KERAS_CHANNELS = "Keras takes the same fan-in";

    static final List<LayerFamily> ALL = List.of(
            new LayerFamily("conv:HxW:IN:OUT[:STRIDE]", "conv:3x3:32:64:2", KernelFamilies::image),
            new LayerFamily("conv1d:SIZE:IN:OUT[:STRIDE]", "conv1d:3:32:64:2", KernelFamilies::line),
            new LayerFamily("conv3d:DxHxW:IN:OUT[:STRIDE]", "conv3d:3x3x3:8:16:2", KernelFamilies::volume),
            new LayerFamily("deconv:HxW:IN:OUT[:STRIDE]", "deconv:3x3:32:64:2", KernelFamilies::transposed),
            new LayerFamily(
                    "deconv3d:DxHxW:IN:OUT[:STRIDE]", "deconv3d:3x3x3:8:16:2", KernelFamilies::transposedVolume),
            new LayerFamily("depthwise:HxW:IN:MULTIPLIER[:STRIDE]", "depthwise:3x3:64:4:1", KernelFamilies::depthwise),
            new LayerFamily(
                    "separable:HxW:IN:MULTIPLIER:OUT[:STRIDE]", "separable:3x3:64:4:32:1", KernelFamilies::separable));

    private KernelFamilies() {}

    private static LayerDefinition image(List<Integer> sizes) {
        Kernel kernel = Kernel.of(sizes);
        return kernel.definition(
                kernel.pictures(),
                () -> new ConvolutionLayer.Builder(kernel.kernel())
                        .stride(kernel.strides())
                        .nOut(kernel.outputs())
                        .build(),
                kernel.divided());
    }

    private static LayerDefinition line(List<Integer> sizes) {
        Kernel kernel = Kernel.of(sizes);
        double squared = kernel.positions() * kernel.positions();
        Reading reading = new Reading(
                kernel.inputs() * squared,
                kernel.outputs() * squared / (kernel.stridden() * kernel.stridden()),
                "kernel" + (kernel.isStrided() ? " and stride are" : " is") + " squared",
                "");
        return kernel.definition(
                kernel.steps(),
                () -> new Convolution1DLayer.Builder(kernel.sizes().get(0))
                        .stride(kernel.stride())
                        .nOut(kernel.outputs())
                        .build(),
                reading);
    }

    private static LayerDefinition volume(List<Integer> sizes) {
        Kernel kernel = Kernel.of(sizes);
        return kernel.definition(
                kernel.volumes(),
                () -> new Convolution3D.Builder(kernel.kernel())
                        .stride(kernel.strides())
                        .nOut(kernel.outputs())
                        .build(),
                kernel.divided());
    }

    private static LayerDefinition transposed(List<Integer> sizes) {
        Kernel kernel = Kernel.of(sizes);
        return kernel.definition(
                kernel.pictures(),
                () -> new Deconvolution2D.Builder(kernel.kernel())
                        .stride(kernel.strides())
                        .nOut(kernel.outputs())
                        .build(),
                kernel.divided(WRONG_SIDE, BORROWED));
    }

    private static LayerDefinition transposedVolume(List<Integer> sizes) {
        Kernel kernel = Kernel.of(sizes);
        return kernel.definition(
                kernel.volumes(),
                () -> new Deconvolution3D.Builder()
                        .kernelSize(kernel.kernel())
                        .stride(kernel.strides())
                        .nOut(kernel.outputs())
                        .build(),
                kernel.divided(WRONG_SIDE, BORROWED));
    }

    private static LayerDefinition depthwise(List<Integer> sizes) {
        Kernel kernel = Kernel.of(sizes);
        return kernel.definition(
                kernel.pictures(),
                () -> new DepthwiseConvolution2D.Builder(kernel.kernel())
                        .depthMultiplier(kernel.outputs())
                        .stride(kernel.strides())
                        .build(),
                allChannels(kernel));
    }

    private static Reading allChannels(Kernel kernel) {
        return new Reading(
                kernel.inputs() * kernel.positions(),
                kernel.outputs() * kernel.positions() / kernel.stridden(),
                kernel.isStrided() ? MANY_CHANNELS + "; " + Kernel.DIVIDED : MANY_CHANNELS,
                KERAS_CHANNELS);
    }

    private static LayerDefinition separable(List<Integer> sizes) {
        int last = sizes.size() - 1;
        int outputs = sizes.get(last - 1);
        Kernel kernel = Kernel.of(List.of(sizes.get(0), sizes.get(1), sizes.get(2), sizes.get(3), sizes.get(last)));
        double channels = kernel.inputs() * (double) kernel.outputs();
        return LayerDefinition.of(
                kernel.pictures(),
                () -> new SeparableConvolution2D.Builder(kernel.kernel())
                        .depthMultiplier(kernel.outputs())
                        .stride(kernel.strides())
                        .nOut(outputs)
                        .build(),
                Biases.ARRIVE,
                Map.of(
                        W,
                        allChannels(kernel),
                        "pW",
                        new Reading(channels, channels, "fan-out is the channels in, not those out", "")));
    }
}
