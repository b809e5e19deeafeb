package org.initbench.networkfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;

/**
 * What every part of a network gives for inputs of given shapes, by DL4J's own arithmetic of shapes and without any arrays.
 *
 * @param types that each part gives for one example, by name
 * @param mismatch the first layer that gets another number of inputs than it takes, as a clause; empty where all fit
 * @param isWhole whether the walk came to the end; DL4J's arithmetic stops at what some layers can do all the same
 */
record Walk(Map<String, InputType> types, Optional<String> mismatch, boolean isWhole) {

    static Walk through(Configured network, List<InputShape> inputs) {
        Map<String, InputType> types = new HashMap<>();
        long steps = 1;
        for (int i = 0; i < inputs.size(); i++) {
            types.put(network.inputs().get(i), inputs.get(i).type());
            steps = inputs.get(i).axes().size() == 1 ? inputs.get(i).axes().get(0) : steps;
        }
        for (Part part : network.parts()) {
            List<InputType> from = part.from().stream()
                    .map(name -> Objects.requireNonNull(types.get(name)))
                    .toList();
            try {
                Optional<String> mismatch = mismatch(part, from);
                if (mismatch.isPresent()) {
                    return new Walk(types, mismatch, false);
                }
                types.put(part.name(), ofLength(part, part.output(from), steps));
            } catch (RuntimeException beyondThisArithmetic) {
                return new Walk(types, Optional.empty(), false);
            }
        }
        return new Walk(types, Optional.empty(), true);
    }

    /** An embedding says a length of its own, which no input has to have, and some layers forget it. */
    private static InputType ofLength(Part part, InputType type, long steps) {
        boolean isEmbedding =
                part.layer().filter(EmbeddingSequenceLayer.class::isInstance).isPresent();
        return type instanceof InputTypeRecurrent sequence && (isEmbedding || sequence.getTimeSeriesLength() <= 0)
                ? InputType.recurrent(sequence.getSize(), steps, sequence.getFormat())
                : type;
    }

    private static Optional<String> mismatch(Part part, List<InputType> from) {
        if (part.before() instanceof CnnToFeedForwardPreProcessor pictures
                && from.get(0) instanceof InputTypeConvolutional given
                && (given.getHeight() != pictures.getInputHeight() || given.getWidth() != pictures.getInputWidth())) {
            return Optional.of("layer " + part.shownName() + " takes pictures of " + pictures.getInputHeight() + " x "
                    + pictures.getInputWidth() + " and would get " + given.getHeight() + " x " + given.getWidth());
        }
        Optional<Layer> layer = part.layer();
        if (layer.isEmpty()
                || !(layer.get() instanceof FeedForwardLayer taker)
                || taker instanceof EmbeddingLayer
                || taker instanceof EmbeddingSequenceLayer) {
            return Optional.empty();
        }
        long given = size(part.taken(from));
        // Layers without weights may leave it at 0.
        return given == taker.getNIn() || taker.getNIn() == 0
                ? Optional.empty()
                : Optional.of(
                        "layer " + part.shownName() + " takes " + taker.getNIn() + " inputs and would get " + given);
    }

    private static long size(InputType type) {
        if (type instanceof InputTypeConvolutional picture) {
            return picture.getChannels();
        }
        if (type instanceof InputTypeRecurrent sequence) {
            return sequence.getSize();
        }
        return type instanceof InputType.InputTypeConvolutional3D volume
                ? volume.getChannels()
                : type.arrayElementsPerExample();
    }

    /** Numbers that all parts give for one example. */
    long activations() {
        return types.values().stream()
                .mapToLong(InputType::arrayElementsPerExample)
                .sum();
    }
}
