package org.initbench.networkfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What of a Keras model gets lost on the way to DL4J, to be said. */
final class KerasRemarks {

    private KerasRemarks() {}

    static List<String> of(List<KerasLayer> layers) {
        List<KerasLayer> all =
                layers.stream().flatMap(layer -> layer.withWrapped().stream()).toList();
        List<String> remarks = new ArrayList<>();
        add(remarks, all, KerasRemarks::isFrozen, "trainable: false, and is initialized and trained all the same");
        add(
                remarks,
                all,
                layer -> layer.config().path("recurrent_dropout").asDouble() > 0,
                "recurrent_dropout, which Deeplearning4j lacks; it is left out");
        add(
                remarks,
                all,
                layer -> layer.config().path("bias_regularizer").isObject(),
                "bias_regularizer, which is left out");
        add(
                remarks,
                all,
                layer -> layer.config().path("activity_regularizer").isObject(),
                "activity_regularizer, which is left out");
        boolean hasSize = all.stream()
                .anyMatch(layer -> hasBatchSize(layer.config().path("batch_shape"))
                        || hasBatchSize(layer.config().path("batch_input_shape")));
        if (hasSize) {
            remarks.add("the size of its minibatches is left to the study");
        }
        return remarks;
    }

    private static boolean isFrozen(KerasLayer layer) {
        return !layer.config().path("trainable").asBoolean(true);
    }

    private static boolean hasBatchSize(JsonNode shape) {
        return shape.path(0).isNumber();
    }

    private static void add(List<String> remarks, List<KerasLayer> layers, Predicate<KerasLayer> has, String what) {
        List<String> names = layers.stream().filter(has).map(KerasLayer::name).toList();
        if (!names.isEmpty()) {
            int shown = Math.min(names.size(), 3);
            String more = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
            remarks.add("in the file " + String.join(", ", names.subList(0, shown)) + more
                    + (names.size() == 1 ? " has " : " have ") + what);
        }
    }
}
