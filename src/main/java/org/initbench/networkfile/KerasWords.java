package org.initbench.networkfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Translates what Keras 3 says in other words than Keras 2, which is what DL4J's importer reads, and a few words of Keras 2 that it misreads. */
final class KerasWords {

    static final String SHAPE = "batch_input_shape";
    private static final String CLASS = "class_name";
    private static final String CONFIG = "config";
    private static final String FORGET_BIAS = "unit_forget_bias";
    private static final String OLD_FORGET_BIAS = "forget_bias_init";

    private KerasWords() {}

    /** Layer by layer, in place. */
    static void translate(ObjectNode model, List<KerasLayer> layers) {
        layers.forEach(KerasWords::translateNodes);
        for (String ends : List.of("input_layers", "output_layers")) {
            if (model.path(CONFIG).path(ends).path(0).isTextual()) {
                ArrayNode single = (ArrayNode) model.path(CONFIG).path(ends);
                ((ObjectNode) model.path(CONFIG)).putArray(ends).add(single);
            }
        }
        Optional<JsonNode> shape = inputShape(model, layers);
        for (KerasLayer layer : layers) {
            layer.withWrapped().forEach(KerasWords::translate);
            if (layer.type().equals("Embedding") && !layer.config().has("input_length")) {
                JsonNode length = lengthBefore(layer, layers)
                        .or(() -> shape.map(of -> of.path(1)))
                        .orElse(null);
                layer.config().set("input_length", length == null || length.isMissingNode() ? null : length);
            }
        }
        if (!layers.isEmpty()
                && layers.get(0).inputs().isEmpty()
                && !layers.get(0).config().has(SHAPE)) {
            shape.ifPresent(known -> layers.get(0).config().set(SHAPE, known));
        }
    }

    private static Optional<JsonNode> inputShape(ObjectNode model, List<KerasLayer> layers) {
        JsonNode first = layers.isEmpty() ? model.missingNode() : layers.get(0).config();
        return List.of(
                        first.path(SHAPE),
                        first.path("batch_shape"),
                        model.path(CONFIG).path("build_input_shape"))
                .stream()
                .filter(JsonNode::isArray)
                .findFirst();
    }

    private static Optional<JsonNode> lengthBefore(KerasLayer layer, List<KerasLayer> layers) {
        return layers.stream()
                .filter(other -> layer.inputs().contains(other.name()))
                .map(other -> other.config().path(SHAPE))
                .filter(JsonNode::isArray)
                .map(shape -> shape.path(1))
                .findFirst();
    }

    private static void translate(KerasLayer layer) {
        ObjectNode config = layer.config();
        if (config.has("batch_shape")) {
            config.set(SHAPE, config.remove("batch_shape"));
        }
        if (config.path(SHAPE).isArray() && !config.path(SHAPE).isEmpty()) {
            // The size of minibatches is a study's.
            ((ArrayNode) config.path(SHAPE)).setNull(0);
        }
        if (layer.type().equals("LSTM") && !config.path(FORGET_BIAS).asBoolean(!config.has(OLD_FORGET_BIAS))) {
            // The importer asks whether the key is there, and not what it says.
            config.remove(FORGET_BIAS);
            config.put(OLD_FORGET_BIAS, config.path(OLD_FORGET_BIAS).asText("zero"));
        } else if (layer.type().equals("LSTM")) {
            config.put(FORGET_BIAS, true);
        }
        config.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode value) {
                if (field.getKey().endsWith("_regularizer")) {
                    translateRegularizer(value);
                }
                if (value.path(CLASS).asText().equals("OrthogonalInitializer")) {
                    value.put(CLASS, "Orthogonal");
                }
            }
        });
    }

    /** L1 and L2 alone are read by the name of both together. */
    private static void translateRegularizer(ObjectNode regularizer) {
        String type = regularizer.path(CLASS).asText();
        if (type.matches("(?i)l1_?l2|l1|l2")) {
            JsonNode config = regularizer.path(CONFIG);
            ObjectNode both = regularizer.objectNode();
            both.put("l1", config.path("l1").asDouble(0));
            both.put("l2", config.path("l2").asDouble(0));
            regularizer.removeAll();
            regularizer.put(CLASS, "L1L2").set(CONFIG, both);
        }
    }

    /** The tensors that a layer is called on: {@code [[[layer, node, tensor, {}], …]]}. */
    private static void translateNodes(KerasLayer layer) {
        JsonNode nodes = layer.node().path("inbound_nodes");
        if (!nodes.path(0).has("args")) {
            return;
        }
        ArrayNode translated = layer.node().arrayNode();
        for (JsonNode node : nodes) {
            ArrayNode tensors = translated.addArray();
            node.path("args").forEach(argument -> addTensors(argument, tensors));
        }
        layer.node().set("inbound_nodes", translated);
    }

    private static void addTensors(JsonNode argument, ArrayNode tensors) {
        JsonNode history = argument.path(CONFIG).path("keras_history");
        if (history.isArray()) {
            ArrayNode tensor = tensors.addArray();
            history.forEach(tensor::add);
            tensor.addObject();
        } else if (argument.isArray()) {
            argument.forEach(each -> addTensors(each, tensors));
        }
    }
}
