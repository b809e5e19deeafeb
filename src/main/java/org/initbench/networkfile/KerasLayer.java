package org.initbench.networkfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One layer of a Keras model, as the file has it.
 *
 * @param node {@code class_name}, {@code config}, and in a functional model {@code inbound_nodes}
 */
record KerasLayer(ObjectNode node) {

    private static final String CONFIG = "config";

    /** The layers of a model: those of Keras 1 are the configuration itself, later ones are in it. */
    static List<KerasLayer> of(ObjectNode model) {
        JsonNode config = model.path(CONFIG);
        List<KerasLayer> layers = new ArrayList<>();
        for (JsonNode layer : config.isArray() ? config : config.path("layers")) {
            if (layer instanceof ObjectNode mapping && mapping.path(CONFIG).isObject()) {
                layers.add(new KerasLayer(mapping));
            }
        }
        return layers;
    }

    String type() {
        return node.path("class_name").asText("");
    }

    String name() {
        return config().path("name").asText(node.path("name").asText("without a name"));
    }

    ObjectNode config() {
        return node.path(CONFIG) instanceof ObjectNode config ? config : node.objectNode();
    }

    /** The layer that a wrapper is about: {@code Bidirectional}, {@code TimeDistributed}. */
    Optional<KerasLayer> wrapped() {
        return config().get("layer") instanceof ObjectNode inner
                ? Optional.of(new KerasLayer(inner))
                : Optional.empty();
    }

    /** The layer and what it wraps. */
    List<KerasLayer> withWrapped() {
        List<KerasLayer> all = new ArrayList<>(List.of(this));
        wrapped().ifPresent(inner -> all.addAll(inner.withWrapped()));
        return all;
    }

    /** Names of the layers whose output it takes; to be asked once the nodes are those of Keras 2. */
    List<String> inputs() {
        List<String> inputs = new ArrayList<>();
        node.path("inbound_nodes")
                .path(0)
                .forEach(tensor -> inputs.add(tensor.path(0).asText()));
        return inputs;
    }
}
