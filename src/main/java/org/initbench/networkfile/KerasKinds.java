package org.initbench.networkfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which layers of Keras DL4J's importer takes, and what to do about the others. */
final class KerasKinds {

    private static final Set<String> KNOWN = Set.of(
            "Activation",
            "Add",
            "AlphaDropout",
            "AtrousConvolution1D",
            "AtrousConvolution2D",
            "Average",
            "AveragePooling1D",
            "AveragePooling2D",
            "AveragePooling3D",
            "BatchNormalization",
            "Bidirectional",
            "Concatenate",
            "Conv1D",
            "Conv2D",
            "Conv2DTranspose",
            "Conv3D",
            "Conv3DTranspose",
            "Convolution1D",
            "Convolution2D",
            "Convolution3D",
            "Cropping1D",
            "Cropping2D",
            "Cropping3D",
            "Deconvolution2D",
            "Dense",
            "DepthwiseConv2D",
            "Dropout",
            "ELU",
            "Embedding",
            "Flatten",
            "GaussianDropout",
            "GaussianNoise",
            "GlobalAveragePooling1D",
            "GlobalAveragePooling2D",
            "GlobalAveragePooling3D",
            "GlobalMaxPooling1D",
            "GlobalMaxPooling2D",
            "GlobalMaxPooling3D",
            "InputLayer",
            "LSTM",
            "LeakyReLU",
            "LocallyConnected1D",
            "LocallyConnected2D",
            "Masking",
            "MaxPooling1D",
            "MaxPooling2D",
            "MaxPooling3D",
            "Maximum",
            "Merge",
            "Multiply",
            "PReLU",
            "Permute",
            "ReLU",
            "RepeatVector",
            "Reshape",
            "SeparableConv2D",
            "SeparableConvolution2D",
            "SimpleRNN",
            "Softmax",
            "SpatialDropout1D",
            "SpatialDropout2D",
            "SpatialDropout3D",
            "Subtract",
            "ThresholdedReLU",
            "TimeDistributed",
            "TimeDistributedDense",
            "UpSampling1D",
            "UpSampling2D",
            "UpSampling3D",
            "ZeroPadding1D",
            "ZeroPadding2D",
            "ZeroPadding3D");

    private static final Map<String, String> ADVICE = Map.of(
            "Lambda",
                    "is a Lambda, Python code that Java cannot run; leave it out and change the data instead, or use a layer of Keras'",
            "GRU", "is a GRU, which Deeplearning4j lacks; use LSTM or SimpleRNN",
            "LayerNormalization",
                    "is a LayerNormalization, which Deeplearning4j has only within dense and recurrent layers; use BatchNormalization",
            "MultiHeadAttention",
                    "is a MultiHeadAttention, which Deeplearning4j's importer lacks; build it with SelfAttentionLayer in Deeplearning4j",
            "TCN", "is a TCN, a layer of another library (keras-tcn); save the model with layers of Keras' own");

    /** Layers that pass on what they get, with as many channels. */
    private static final Set<String> PASSING = Set.of(
            "InputLayer",
            "Activation",
            "Dropout",
            "GaussianNoise",
            "GaussianDropout",
            "ZeroPadding2D",
            "Cropping2D",
            "MaxPooling2D",
            "AveragePooling2D",
            "UpSampling2D",
            "SpatialDropout2D",
            "ReLU",
            "LeakyReLU",
            "ELU");

    private static final String DEPTHWISE_FIRST = "is a DepthwiseConv2D right after the input, which"
            + " Deeplearning4j's importer cannot read; put a Conv2D before it";

    private KerasKinds() {}

    /** A clause for each layer that cannot be read. */
    static List<String> problems(List<KerasLayer> layers) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        Map<String, KerasLayer> byName = layers.stream()
                .collect(Collectors.toMap(KerasLayer::name, Function.identity(), (first, second) -> first));
        for (int i = 0; i < layers.size(); i++) {
            for (KerasLayer layer : layers.get(i).withWrapped()) {
                if (!KNOWN.contains(layer.type())) {
                    problems.computeIfAbsent(advice(layer), advice -> new ArrayList<>())
                            .add(layer.name());
                }
            }
            boolean isDepthwise = layers.get(i).type().equals("DepthwiseConv2D");
            if (isDepthwise && isOnInput(layers.get(i), i == 0 ? List.of() : List.of(layers.get(i - 1)), byName)) {
                problems.computeIfAbsent(DEPTHWISE_FIRST, advice -> new ArrayList<>())
                        .add(layers.get(i).name());
            }
        }
        return problems.entrySet().stream()
                .map(problem -> "layer " + names(problem.getValue()) + " " + problem.getKey())
                .toList();
    }

    private static String names(List<String> names) {
        String others = names.size() == 2 ? " (and another)" : " (and " + (names.size() - 1) + " others)";
        return names.get(0) + (names.size() == 1 ? "" : others);
    }

    private static String advice(KerasLayer layer) {
        String type = layer.type();
        if (ADVICE.containsKey(type)) {
            return ADVICE.get(type);
        }
        if (!KerasLayer.of(layer.node()).isEmpty()) {
            return "is a model of its own (" + type + "); put its layers into the model itself";
        }
        if (type.matches("Q[A-Z]\\w*")) {
            return "is a " + type + ", a layer of another library (QKeras); save the model with layers of Keras' own";
        }
        return "is a " + type
                + ", which Deeplearning4j's importer lacks, or a layer of someone's own; use a layer of Keras'"
                + " that is among those in docs/networks.md";
    }

    private static boolean isOnInput(KerasLayer layer, List<KerasLayer> before, Map<String, KerasLayer> byName) {
        List<String> inputs = layer.inputs();
        List<KerasLayer> sources = inputs.isEmpty()
                ? before
                : inputs.stream().filter(byName::containsKey).map(byName::get).toList();
        return sources.isEmpty()
                || sources.stream()
                        .allMatch(source -> source.type().equals("InputLayer")
                                || (PASSING.contains(source.type()) && isOnInput(source, List.of(), byName)));
    }
}
