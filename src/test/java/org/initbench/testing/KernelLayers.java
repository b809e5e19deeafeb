package org.initbench.testing;

import static org.initbench.testing.LayerExample.expected;
import static org.initbench.testing.LayerExample.followed;

import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CapsuleLayer;
import org.deeplearning4j.nn.conf.layers.CapsuleStrengthLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.PrimaryCapsules;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;

/** Layers of pictures and volumes. */
final class KernelLayers {

    private KernelLayers() {}

    static List<LayerExample> all() {
        InputType pictures = InputType.convolutional(6, 7, 5);
        InputType volume = InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, 4, 5, 6, 5);
        return List.of(
                followed(
                        "convolution",
                        pictures,
                        List.of(expected("W", "INPUT", 1, 30, 48)),
                        new ConvolutionLayer.Builder(2, 3).nOut(8).stride(2, 2).build()),
                followed(
                        "depthwise convolution",
                        pictures,
                        List.of(expected("W", "DEPTHWISE", 5, 6, 24)),
                        new DepthwiseConvolution2D.Builder(2, 3)
                                .depthMultiplier(4)
                                .build()),
                followed(
                        "separable convolution",
                        pictures,
                        List.of(expected("W", "DEPTHWISE", 5, 6, 24), expected("pW", "POINTWISE", 1, 20, 8)),
                        new SeparableConvolution2D.Builder(2, 3)
                                .depthMultiplier(4)
                                .nOut(8)
                                .build()),
                followed(
                        "transposed convolution",
                        pictures,
                        List.of(expected("W", "INPUT", 1, 5 * 6 / 4.0, 48)),
                        new Deconvolution2D.Builder(2, 3).nOut(8).stride(2, 2).build()),
                followed(
                        "2D locally connected",
                        pictures,
                        List.of(expected("W", "INPUT", 25, 30, 48)),
                        new LocallyConnected2D.Builder()
                                .nOut(8)
                                .kernelSize(2, 3)
                                .setInputSize(6, 7)
                                .convolutionMode(ConvolutionMode.Truncate)
                                .build()),
                followed(
                        "primary capsules",
                        pictures,
                        List.of(expected("weight", "INPUT", 1, 30, 96)),
                        new PrimaryCapsules.Builder(4, 4)
                                .kernelSize(2, 3)
                                .stride(1, 1)
                                .build(),
                        new CapsuleStrengthLayer.Builder().build()),
                followed(
                        "3D convolution",
                        volume,
                        List.of(expected("W", "INPUT", 1, 60, 96)),
                        new Convolution3D.Builder(2, 3, 2).nOut(8).build(),
                        new GlobalPoolingLayer()),
                followed(
                        "3D transposed convolution",
                        volume,
                        List.of(expected("W", "INPUT", 1, 60 / 8.0, 96)),
                        new Deconvolution3D.Builder()
                                .kernelSize(2, 3, 2)
                                .stride(2, 2, 2)
                                .nOut(8)
                                .build(),
                        new GlobalPoolingLayer()),
                capsules());
    }

    /** Capsules stand on others. */
    private static LayerExample capsules() {
        InputType pictures = InputType.convolutional(6, 7, 5);
        return followed(
                "capsules",
                pictures,
                List.of(expected("1_weight", "INPUT", 100, 4, 6)),
                new PrimaryCapsules.Builder(4, 4).kernelSize(2, 3).stride(1, 1).build(),
                new CapsuleLayer.Builder(2, 3, 2).build(),
                new CapsuleStrengthLayer.Builder().build());
    }
}
