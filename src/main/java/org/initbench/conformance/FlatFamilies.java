package org.initbench.conformance;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.initbench.conformance.LayerDefinition.Biases;
import org.initbench.conformance.LayerDefinition.Reading;
import org.nd4j.linalg.activations.Activation;

/** Layers that are matrices. Source: {@code DefaultParamInitializer} and those that extend it. */
final class FlatFamilies {

    private static final String W = "W";

    static final List<LayerFamily> ALL = List.of(
            new LayerFamily(
                    "dense:IN:OUT", "dense:96:64", sizes -> matrix(sizes, () -> new DenseLayer.Builder().build())),
            new LayerFamily(
                    "output:IN:OUT",
                    "output:96:64",
                    sizes -> matrix(sizes, () -> new OutputLayer.Builder()
                            .activation(Activation.SOFTMAX)
                            .build())),
            new LayerFamily(
                    "centerloss:IN:OUT",
                    "centerloss:96:64",
                    sizes -> matrix(sizes, () -> new CenterLossOutputLayer.Builder()
                            .activation(Activation.SOFTMAX)
                            .build())),
            new LayerFamily(
                    "autoencoder:IN:OUT",
                    "autoencoder:96:64",
                    sizes -> matrix(sizes, () -> new AutoEncoder.Builder().build())),
            new LayerFamily("vae:IN:HIDDEN:OUT", "vae:96:64:48", FlatFamilies::variational),
            new LayerFamily(
                    "embedding:VOCABULARY:OUT",
                    "embedding:500:64",
                    sizes -> embedding(sizes, InputType.feedForward(sizes.get(0)), () -> new EmbeddingLayer.Builder()
                            .hasBias(true)
                            .build())),
            new LayerFamily(
                    "sequenceembedding:VOCABULARY:OUT",
                    "sequenceembedding:500:64",
                    sizes -> embedding(
                            sizes, InputType.recurrent(sizes.get(0)), () -> new EmbeddingSequenceLayer.Builder()
                                    .hasBias(true)
                                    .build())));

    private FlatFamilies() {}

    private static LayerDefinition matrix(List<Integer> sizes, Supplier<FeedForwardLayer> layer) {
        return LayerDefinition.of(
                InputType.feedForward(sizes.get(0)),
                () -> sized(layer.get(), sizes),
                Biases.ARRIVE,
                Map.of(W, Reading.plain(sizes.get(0), sizes.get(1))));
    }

    private static FeedForwardLayer sized(FeedForwardLayer layer, List<Integer> sizes) {
        layer.setNIn(sizes.get(0));
        layer.setNOut(sizes.get(1));
        return layer;
    }

    private static LayerDefinition variational(List<Integer> sizes) {
        double inputs = sizes.get(0);
        double hidden = sizes.get(1);
        double outputs = sizes.get(2);
        Map<String, Reading> readings = Map.of(
                "e0W",
                Reading.plain(inputs, hidden),
                "pZXMeanW",
                Reading.plain(hidden, outputs),
                "pZXLogStd2W",
                Reading.plain(hidden, outputs),
                "d0W",
                Reading.plain(outputs, hidden),
                "pXZW",
                Reading.plain(hidden, 2 * inputs));
        return LayerDefinition.of(
                InputType.feedForward(sizes.get(0)),
                () -> new VariationalAutoencoder.Builder()
                        .nIn(sizes.get(0))
                        .nOut(sizes.get(2))
                        .encoderLayerSizes(sizes.get(1))
                        .decoderLayerSizes(sizes.get(1))
                        .build(),
                new Biases(false, "all biases are 0"),
                readings);
    }

    private static LayerDefinition embedding(List<Integer> sizes, InputType input, Supplier<FeedForwardLayer> layer) {
        Reading reading = new Reading(
                1,
                sizes.get(1),
                "fan-in is 1, not the vocabulary",
                "one row is picked, so that an output sums over one weight; Keras takes the vocabulary");
        return LayerDefinition.of(input, () -> sized(layer.get(), sizes), Biases.ARRIVE, Map.of(W, reading));
    }
}
