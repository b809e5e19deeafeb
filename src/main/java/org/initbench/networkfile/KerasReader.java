package org.initbench.networkfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.modelimport.keras.config.KerasModelConfiguration;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelBuilder;
import org.initbench.networkfile.Configured.Graphed;
import org.initbench.networkfile.Configured.Stacked;

/** Reads models of Keras 1, 2 and 3 by DL4J's importer. */
final class KerasReader {

    private static final String VERSION = "keras_version";
    private static final String BACKEND = "backend";
    private static final String LAST = "tensorflow";
    private static final String FIRST = "theano";
    private static final Set<String> WORDS_OF_KERAS_1 =
            Set.of("init", "nb_filter", "border_mode", "dim_ordering", "W_regularizer", "inner_init", "input_dtype");

    private KerasReader() {}

    /** Translates the tree in place; gives what should be known of it. */
    static List<String> prepare(ObjectNode tree) {
        List<KerasLayer> layers = KerasLayer.of(tree);
        LayerLimit.check(layers.size());
        if (layers.isEmpty()) {
            throw new Refusal("it has no layers; " + NetworkText.HELP);
        }
        List<String> remarks = new ArrayList<>(KerasRemarks.of(layers));
        version(tree, layers);
        backend(tree, layers, remarks);
        KerasWords.translate(tree, layers);
        List<String> problems = KerasKinds.problems(layers);
        if (!problems.isEmpty()) {
            throw new Refusal(String.join("; ", problems));
        }
        return remarks;
    }

    private static void version(ObjectNode tree, List<KerasLayer> layers) {
        boolean saysLater = tree.path(VERSION).asText("3").startsWith("3");
        if (saysLater) {
            boolean isFirst =
                    layers.stream().anyMatch(layer -> WORDS_OF_KERAS_1.stream().anyMatch(layer.config()::has));
            tree.put(VERSION, isFirst ? "1.2.2" : "2.15.0");
        }
    }

    /** The importer goes by the backend where channels stand, whatever layers say. */
    private static void backend(ObjectNode tree, List<KerasLayer> layers, List<String> remarks) {
        Set<String> orders = new LinkedHashSet<>();
        for (KerasLayer layer : layers) {
            for (KerasLayer each : layer.withWrapped()) {
                String order = each.config()
                        .path("data_format")
                        .asText(each.config().path("dim_ordering").asText(""));
                switch (order) {
                    case "channels_last", "tf" -> orders.add(LAST);
                    case "channels_first", "th" -> orders.add(FIRST);
                    default -> {}
                }
            }
        }
        if (orders.size() > 1) {
            throw new Refusal("some of its layers have channels first, others last; save it with one order");
        }
        String given = tree.path(BACKEND).asText("");
        String needed = orders.isEmpty()
                ? (given.equals(FIRST) ? FIRST : LAST)
                : orders.iterator().next();
        if (!given.equals(needed) && !orders.isEmpty()) {
            remarks.add("channels are read " + (needed.equals(LAST) ? "last" : "first") + ", as its layers say");
        }
        tree.put(BACKEND, needed);
    }

    /** A new configuration each time. */
    static Configured read(ObjectNode tree) {
        KerasModelBuilder builder = new KerasModelBuilder(new KerasModelConfiguration())
                .modelJson(tree.toString())
                .enforceTrainingConfig(false);
        try {
            return tree.path("class_name").asText().equals("Sequential")
                    ? new Stacked(builder.buildSequential().getMultiLayerConfiguration())
                    : new Graphed(builder.buildModel().getComputationGraphConfiguration());
        } catch (UnsupportedKerasConfigurationException | InvalidKerasConfigurationException | IOException refused) {
            throw new Refusal("Deeplearning4j's importer cannot read it (" + clause(refused) + ")");
        } catch (RuntimeException failed) {
            throw new Refusal("Deeplearning4j's importer fails on it (" + clause(failed) + "); "
                    + "save it without what is unusual, or as a Deeplearning4j configuration");
        }
    }

    /** The lengths of each input of the network that its layers state, -1 for one that they leave open. */
    static List<Optional<List<Long>>> inputs(ObjectNode tree, Configured network) {
        List<KerasLayer> layers = KerasLayer.of(tree);
        return network.inputs().stream()
                .map(name -> layers.stream()
                        .filter(layer ->
                                network instanceof Stacked || layer.name().equals(name))
                        .findFirst()
                        .flatMap(KerasReader::lengths))
                .toList();
    }

    private static Optional<List<Long>> lengths(KerasLayer layer) {
        JsonNode shape = layer.config().path(KerasWords.SHAPE);
        List<Long> lengths = new ArrayList<>();
        shape.forEach(length -> lengths.add(length.isNumber() ? length.longValue() : InputShape.OPEN));
        return lengths.isEmpty() ? Optional.empty() : Optional.of(lengths.subList(1, lengths.size()));
    }

    private static String clause(Exception failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        String sentence = message.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("\\.? (Please file an issue|For more information).*", "");
        return sentence.isBlank() ? failure.getClass().getSimpleName() : sentence;
    }
}
