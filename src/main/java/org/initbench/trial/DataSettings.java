package org.initbench.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initbench.config.Problems;
import org.initbench.config.Section;
import org.initbench.data.Sources;
import org.initbench.scenario.Scenarios;
import org.jspecify.annotations.Nullable;

/** What becomes of a study's {@code data} section when another source is asked for, and where its files are found. */
final class DataSettings {

    private static final String DATA = "data";
    private static final String SOURCE = DATA + "." + Sources.KEY;

    private DataSettings() {}

    /**
     * Leaves out the settings of a source in whose place another one is asked for, unless they mean the same to that one.
     *
     * @param values that will replace fields of the study, by path
     */
    static void leaveOut(ObjectNode study, Map<String, String> values, Scenarios scenarios, Problems problems) {
        String asked = values.get(SOURCE);
        boolean isVaried = study.path("grid").has(SOURCE);
        if (asked == null || isVaried || Sources.shareSettings(source(study, scenarios), asked)) {
            return;
        }
        List<String> left = new ArrayList<>();
        left.addAll(leaveOut(study.withObjectProperty(DATA), DATA + ".", values));
        if (study.path("grid") instanceof ObjectNode grid) {
            left.addAll(leaveOut(grid, "", values));
        }
        if (!left.isEmpty()) {
            problems.warn(SOURCE + ": " + asked + " has settings of its own; the study's " + String.join(", ", left)
                    + (left.size() == 1 ? " is" : " are") + " left out");
        }
    }

    /** Removes what is below {@code data}, but for the source; gives what is not replaced. */
    private static List<String> leaveOut(ObjectNode mapping, String prefix, Map<String, String> values) {
        List<String> paths = new ArrayList<>();
        mapping.fieldNames().forEachRemaining(key -> paths.add(prefix + key));
        paths.removeIf(path -> !path.startsWith(DATA + ".") || path.equals(SOURCE));
        paths.forEach(path -> mapping.remove(path.substring(prefix.length())));
        paths.removeAll(values.keySet());
        return paths;
    }

    /** The source that a study names, or its scenario has; empty text where it has one without a name. */
    private static String source(ObjectNode study, Scenarios scenarios) {
        String name = study.path("scenario").asText();
        if (study.path(DATA).has(Sources.KEY) || !scenarios.names().contains(name)) {
            return study.path(DATA).path(Sources.KEY).asText();
        }
        Section data = section(study, DATA);
        scenarios.read(name, section(study, "network"), data);
        return data.resolved().path(Sources.KEY).asText();
    }

    /** A target on accuracy gives way where a study is given values to learn: there is none of them. */
    static void giveWay(ObjectNode study, Problems problems) {
        if (!study.path(DATA).path("task").asText().equals("values")
                || !study.path("target").path("metric").asText().endsWith("_accuracy")) {
            return;
        }
        ObjectNode target = study.withObjectProperty("target");
        problems.warn("target: " + target.path("metric").asText()
                + " gives way to test_loss, as values have no accuracy"
                + (target.has("value") ? "; its value " + target.path("value").asText() + " is left out" : ""));
        target.put("metric", "test_loss");
        target.remove("value");
    }

    private static Section section(ObjectNode study, String key) {
        ObjectNode values =
                study.path(key) instanceof ObjectNode mapping ? mapping : JsonNodeFactory.instance.objectNode();
        return new Section(key, values, new Problems());
    }

    /** Puts the place of a file or folder of data into the study, or its grid, where it stands beside the study's own file. */
    static void find(ObjectNode study, @Nullable Path file) {
        for (String key : List.of("file", "folder")) {
            if (study.path(DATA) instanceof ObjectNode data && data.path(key).isTextual()) {
                beside(file, data.path(key).asText()).ifPresent(found -> data.put(key, found.toString()));
            }
            if (study.path("grid").path(DATA + "." + key) instanceof ArrayNode axis) {
                for (int place = 0; place < axis.size(); place++) {
                    int at = place;
                    beside(file, axis.path(at).asText())
                            .ifPresent(found -> axis.set(at, TextNode.valueOf(found.toString())));
                }
            }
        }
    }

    /** What has this name beside a study's file; empty where nothing has, or the study is in no file. */
    static Optional<Path> beside(@Nullable Path study, String name) {
        return Optional.ofNullable(study).map(file -> file.resolveSibling(name)).filter(Files::exists);
    }
}
