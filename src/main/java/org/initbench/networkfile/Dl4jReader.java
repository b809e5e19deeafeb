package org.initbench.networkfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.initbench.networkfile.Configured.Graphed;
import org.initbench.networkfile.Configured.Stacked;

/** Reads configurations of DL4J, of any version that 1.0.0-M2.1 still reads. */
final class Dl4jReader {

    private static final String STACK = "confs";
    private static final String GRAPH = "vertices";
    /** Layers that DL4J once had. */
    private static final List<String> GONE = List.of("RBM", "GRU");

    /** What layers were called in files of before 1.0.0-beta. */
    private static final Set<String> OLD_NAMES = Set.of(
            "autoEncoder",
            "convolution",
            "convolution1d",
            "gravesLSTM",
            "LSTM",
            "gravesBidirectionalLSTM",
            "output",
            "CenterLossOutputLayer",
            "rnnoutput",
            "loss",
            "dense",
            "subsampling",
            "subsampling1d",
            "batchNormalization",
            "localResponseNormalization",
            "embedding",
            "activation",
            "VariationalAutoencoder",
            "dropout",
            "GlobalPooling",
            "zeroPadding",
            "zeroPadding1d",
            "FrozenLayer",
            "Upsampling2D",
            "Yolo2OutputLayer",
            "RnnLossLayer",
            "CnnLossLayer");

    private Dl4jReader() {}

    /** Repairs the tree in place; gives what was done. */
    static List<String> prepare(ObjectNode tree) {
        String layers = tree.has(STACK) ? STACK : GRAPH;
        LayerLimit.check(tree.path(layers).size());
        if (tree.path(layers).isEmpty()) {
            throw new Refusal("it has no layers; " + NetworkText.HELP);
        }
        List<String> problems = ClassNames.problems(tree);
        if (!problems.isEmpty()) {
            throw new Refusal(String.join("; ", problems));
        }
        return Dl4jRepairs.apply(tree);
    }

    /** A new configuration each time. */
    static Configured read(ObjectNode tree) {
        String json = tree.toString();
        try {
            // The reader of graphs takes a stack, too, and makes nothing of it.
            Configured read = tree.has(STACK)
                    ? new Stacked(MultiLayerConfiguration.fromJson(json))
                    : new Graphed(ComputationGraphConfiguration.fromJson(json));
            read.layers().forEach(layer -> LayoutsOfOld.complete(layer.getLayer()));
            return read;
        } catch (RuntimeException unreadable) {
            throw new Refusal(reason(unreadable, tree));
        }
    }

    private static String reason(RuntimeException unreadable, ObjectNode tree) {
        Optional<String> unknown = unknownLayer(tree);
        if (unknown.isPresent()) {
            return unknown.get();
        }
        Throwable cause = unreadable;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().lines().findFirst().orElse("");
        return "Deeplearning4j 1.0.0-M2.1 cannot read it (" + message + "); save it again by a version of today";
    }

    /** The first layer that stands under a name of before 1.0.0-beta which is not one of DL4J's. */
    private static Optional<String> unknownLayer(JsonNode node) {
        JsonNode layer = node.path("layer");
        if (layer.isObject() && layer.size() == 1 && !layer.has(ClassNames.KEY)) {
            String type = layer.fieldNames().next();
            if (!OLD_NAMES.contains(type)) {
                return Optional.of(
                        "layer " + layer.path(type).path("layerName").asText("without a name") + " is of type "
                                + type
                                + (GONE.contains(type)
                                        ? ", which Deeplearning4j no longer has; put another layer in its place"
                                        : ", a layer of someone's own without its class; save it by Deeplearning4j 1.0.0-beta or"
                                                + " later, which names the class"));
            }
        }
        for (JsonNode child : node) {
            Optional<String> found = unknownLayer(child);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
