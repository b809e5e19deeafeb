package org.initbench.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The product of a study's grid: one variant for each combination, the last path varying fastest. */
public final class Grid {

    private static final String KEY = "grid";

    /** Fields that name, seed or rank a study as a whole. */
    private static final Set<String> SHARED =
            Set.of("scenario", "title", "seed", "target", "target.metric", "target.value", "document");

    private Grid() {}

    /**
     * One point of the grid.
     *
     * @param label as in the CSVs, {@code network.activation=relu;network.depth=5}; empty without a grid
     * @param tree the study with the point's values in place
     */
    public record Variant(String label, ObjectNode tree) {}

    /** A value on each axis so far. */
    private record Point(String label, Map<String, JsonNode> values) {

        Point with(String path, JsonNode value) {
            Map<String, JsonNode> more = new LinkedHashMap<>(values);
            more.put(path, value);
            String separator = label.isEmpty() ? "" : ";";
            return new Point(label + separator + path + "=" + text(value), more);
        }

        Variant of(ObjectNode study, Problems problems) {
            ObjectNode tree = study.deepCopy();
            NamedMappings.inOrder(values)
                    .forEach(value -> Overrides.put(tree, value.getKey(), value.getValue(), problems));
            return new Variant(label, tree);
        }
    }

    /** How many variants {@link #expand} makes; counted without making them, and so large that no whole number may hold it. */
    public static double size(ObjectNode study) {
        return axes(study).stream().mapToDouble(axis -> axis.getValue().size()).reduce(1, (one, other) -> one * other);
    }

    /** The variants of a study in file order; the study itself where it has no usable grid. */
    public static List<Variant> expand(ObjectNode study, Problems problems) {
        List<Point> points = List.of(new Point("", Map.of()));
        for (Map.Entry<String, JsonNode> axis : axes(study)) {
            List<Point> product = new ArrayList<>();
            for (Point point : points) {
                axis.getValue().forEach(value -> product.add(point.with(axis.getKey(), value)));
            }
            points = product;
        }
        return points.stream().map(point -> point.of(study, problems)).toList();
    }

    /**
     * The study as it is to be expanded again.
     *
     * @param study as it was expanded
     * @param first variant as read, defaults included
     */
    public static ObjectNode again(ObjectNode study, ObjectNode first) {
        ObjectNode resolved = first.deepCopy();
        NamedMappings.restore(study, resolved);
        return resolved;
    }

    /**
     * The study with values of a field named otherwise, on its axis too.
     *
     * @param field of a section, {@code data.source}
     * @param names the new one by the old one
     */
    public static ObjectNode renamed(ObjectNode study, String field, Map<String, String> names) {
        ObjectNode renamed = study.deepCopy();
        int dot = field.indexOf('.');
        if (renamed.path(field.substring(0, dot)) instanceof ObjectNode section) {
            rename(section, field.substring(dot + 1), names);
        }
        if (renamed.path(KEY) instanceof ObjectNode grid && grid.path(field) instanceof ArrayNode axis) {
            for (int place = 0; place < axis.size(); place++) {
                String value = axis.get(place).asText();
                axis.set(place, names.getOrDefault(value, value));
            }
        }
        return renamed;
    }

    private static void rename(ObjectNode section, String key, Map<String, String> names) {
        String name = names.get(section.path(key).asText());
        if (name != null) {
            section.put(key, name);
        }
    }

    private static List<Map.Entry<String, JsonNode>> axes(ObjectNode study) {
        return study.path(KEY).properties().stream()
                .filter(axis -> isAxis(axis.getValue()))
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString().replace("\"", "");
    }

    /** Reads the grid of a study and reports every axis that cannot be used. */
    static void check(Section study) {
        study.custom(KEY, JsonNodeFactory.instance.objectNode(), "a mapping from paths to lists", Grid::mapping)
                .ifPresent(grid -> grid.properties().forEach(axis -> check(study, axis)));
    }

    private static void check(Section study, Map.Entry<String, JsonNode> axis) {
        String path = axis.getKey();
        String field = KEY + "." + path;
        if (!isAxis(axis.getValue())) {
            study.problem(field, axis.getValue() + " is not allowed; give a list of different values");
        }
        if (SHARED.contains(path)) {
            study.problem(field, "all variants share it; a grid varies network, data, training or probes");
        }
    }

    private static boolean isAxis(JsonNode values) {
        Set<String> labels = new HashSet<>();
        values.forEach(value -> labels.add(text(value)));
        return values.isArray() && !values.isEmpty() && labels.size() == values.size();
    }

    static Optional<JsonNode> mapping(JsonNode node) {
        return node.isObject() ? Optional.of(node) : Optional.empty();
    }
}
