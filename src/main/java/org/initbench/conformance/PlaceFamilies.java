package org.initbench.conformance;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CapsuleLayer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.PrimaryCapsules;
import org.initbench.conformance.LayerDefinition.Biases;
import org.initbench.conformance.LayerDefinition.Reading;

/** Locally connected layers and capsules, which are made of SameDiff. Source: {@code initializeParameters} of each. */
final class PlaceFamilies {

    private static final String W = "W";
    private static final String WEIGHT = "weight";
    private static final Biases ZERO = new Biases(false, "all biases are 0");
    private static final Biases NONE = new Biases(false, "no biases by default");

    static final List<LayerFamily> ALL = List.of(
            new LayerFamily("local1d:SIZE:IN:OUT[:STRIDE]", "local1d:3:16:32:2", PlaceFamilies::line),
            new LayerFamily("local2d:HxW:IN:OUT[:STRIDE]", "local2d:3x3:8:16:2", PlaceFamilies::image),
            new LayerFamily(
                    "primarycapsules:HxW:IN:CHANNELS:DIMENSIONS[:STRIDE]",
                    "primarycapsules:3x3:32:8:8:2",
                    PlaceFamilies::primaryCapsules),
            new LayerFamily(
                    "capsules:BELOW:DIMENSIONS:CAPSULES:DIMENSIONS", "capsules:32:8:10:16", PlaceFamilies::capsules));

    private PlaceFamilies() {}

    private static LayerDefinition line(List<Integer> sizes) {
        Kernel kernel = Kernel.of(sizes);
        return LayerDefinition.of(
                        kernel.steps(),
                        () -> new LocallyConnected1D.Builder()
                                .nIn(kernel.inputs())
                                .nOut(kernel.outputs())
                                .kernelSize(kernel.sizes().get(0))
                                .stride(kernel.stride())
                                .setInputSize(kernel.side(0))
                                .convolutionMode(ConvolutionMode.Truncate)
                                .build(),
                        ZERO,
                        Map.of(W, kernel.divided()))
                .unreached();
    }

    private static LayerDefinition image(List<Integer> sizes) {
        Kernel kernel = Kernel.of(sizes);
        return LayerDefinition.of(
                        kernel.pictures(),
                        () -> new LocallyConnected2D.Builder()
                                .nIn(kernel.inputs())
                                .nOut(kernel.outputs())
                                .kernelSize(kernel.kernel())
                                .stride(kernel.strides())
                                .setInputSize(kernel.side(0), kernel.side(1))
                                .convolutionMode(ConvolutionMode.Truncate)
                                .build(),
                        ZERO,
                        Map.of(W, kernel.divided()))
                .unreached();
    }

    private static LayerDefinition primaryCapsules(List<Integer> sizes) {
        int channels = sizes.get(3);
        int dimensions = sizes.get(4);
        Kernel kernel = Kernel.of(
                List.of(sizes.get(0), sizes.get(1), sizes.get(2), channels * dimensions, sizes.get(sizes.size() - 1)));
        return LayerDefinition.of(
                        kernel.pictures(),
                        () -> new PrimaryCapsules.Builder(dimensions, channels)
                                .kernelSize(kernel.kernel())
                                .stride(kernel.strides())
                                .build(),
                        ZERO,
                        Map.of(WEIGHT, kernel.divided()))
                .unreached();
    }

    private static LayerDefinition capsules(List<Integer> sizes) {
        double above = sizes.get(2) * (double) sizes.get(3);
        Reading reading = new Reading(
                sizes.get(0) * (double) sizes.get(1),
                above,
                "fan-in counts all capsules below, where a prediction sums over one",
                "the input of a capsule sums over them all, by routing weights that add up to 1 over the capsules above");
        return LayerDefinition.of(
                        InputType.recurrent(sizes.get(0), sizes.get(1)),
                        () -> new CapsuleLayer.Builder(sizes.get(2), sizes.get(3), 1).build(),
                        NONE,
                        Map.of(WEIGHT, reading))
                .unreached();
    }
}
