package org.initbench.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values that replace fields of a study: the study's own {@code quick} section, and {@code path=value} from outside. */
public final class Overrides {

    /** Mappings whose keys are paths themselves. */
    private static final Set<String> KEYED_BY_PATH = Set.of("grid", "quick");

    /** Of two fields that say the same thing, the one that is set replaces the other. */
    private static final Map<String, String> REPLACES = Map.of(
            "training.epochs", "training.iterations",
            "training.iterations", "training.epochs",
            "training.learningRate", "training.learningRates",
            "training.learningRates", "training.learningRate");

    private Overrides() {}

    /** Applies the study's {@code quick} section to the study. */
    public static void applyQuick(ObjectNode study, Problems problems) {
        Map<String, JsonNode> quick = new LinkedHashMap<>();
        study.path("quick").deepCopy().properties().forEach(entry -> quick.put(entry.getKey(), entry.getValue()));
        if (quick.isEmpty()) {
            problems.warn("quick: the study has no quick section, so the whole of it is run");
        }
        NamedMappings.inOrder(quick).forEach(entry -> set(study, entry.getKey(), entry.getValue(), problems));
    }

    /** The values by path in a comma list of {@code path=value}. */
    public static Map<String, String> parse(String assignments, Problems problems) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String assignment : TopLevelCommas.split(assignments)) {
            int equals = assignment.indexOf('=');
            if (equals <= 0) {
                problems.add("set: " + assignment + " is not of the form path=value");
            } else {
                String path = assignment.substring(0, equals).trim();
                if (values.put(path, assignment.substring(equals + 1)) != null) {
                    problems.add("set: " + path + " is given twice");
                }
            }
        }
        return values;
    }

    /** Sets fields to values written in YAML, {@code [100,100]} for a list. */
    public static void apply(ObjectNode study, Map<String, String> values, Problems problems) {
        NamedMappings.inOrder(values).forEach(entry -> {
            String path = entry.getKey();
            String value = entry.getValue();
            String other = REPLACES.getOrDefault(path, path);
            if (values.containsKey(other) && path.compareTo(other) < 0) {
                problems.add(path + ": give " + lastKey(path) + " or " + lastKey(other) + ", not both");
            }
            YamlFiles.value(value)
                    .ifPresentOrElse(
                            node -> set(study, path, node, problems),
                            () -> problems.add(path + ": " + value + " is not valid YAML"));
        });
    }

    /** Sets a field; a field that the grid varies is replaced there. */
    static void set(ObjectNode study, String path, JsonNode value, Problems problems) {
        if (study.path("grid") instanceof ObjectNode grid) {
            Optional.ofNullable(REPLACES.get(path))
                    .or(() -> NamedMappings.twin(path))
                    .ifPresent(grid::remove);
        }
        JsonNode axis = study.path("grid").path(path);
        if (axis.isMissingNode()) {
            put(study, path, value, problems);
        } else {
            ((ObjectNode) study.path("grid")).set(path, axisOf(value, axis));
        }
    }

    /** Where the values of an axis are lists themselves, one list is one value. */
    private static ArrayNode axisOf(JsonNode value, JsonNode axis) {
        boolean axisOfLists = axis.path(0).isArray();
        if (value instanceof ArrayNode list && (!axisOfLists || list.path(0).isArray())) {
            return list;
        }
        return JsonNodeFactory.instance.arrayNode().add(value);
    }

    /** Sets a field where it stands, making the mappings above it where they are missing. */
    static void put(ObjectNode study, String path, JsonNode value, Problems problems) {
        int dot = path.indexOf('.');
        List<String> keys = dot > 0 && KEYED_BY_PATH.contains(path.substring(0, dot))
                ? List.of(path.substring(0, dot), path.substring(dot + 1))
                : List.of(path.split("\\.", -1));
        ObjectNode mapping = study;
        String reached = "";
        for (String key : keys.subList(0, keys.size() - 1)) {
            reached += reached.isEmpty() ? key : "." + key;
            JsonNode inner = mapping.has(key) ? NamedMappings.meant(reached, mapping.get(key)) : mapping.putObject(key);
            if (inner instanceof ObjectNode deeper) {
                mapping.set(key, deeper);
                mapping = deeper;
            } else {
                problems.add(path + ": unknown path; " + key + " holds a single value");
                return;
            }
        }
        NamedMappings.rename(path, mapping, value);
        mapping.set(keys.get(keys.size() - 1), NamedMappings.meant(path, value));
        String replaced = REPLACES.get(path);
        if (replaced != null) {
            mapping.remove(lastKey(replaced));
        }
    }

    private static String lastKey(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
