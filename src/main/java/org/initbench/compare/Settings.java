package org.initbench.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.initbench.result.GridAxes;
import org.jspecify.annotations.Nullable;

/**
 * What a variant of a study trains with, path by path: {@code training.batchSize} to {@code 64}. What is looked at, kept or
 * called otherwise changes no trial and is not among them; nor are initializers and repetitions, which are matched one by one.
 */
record Settings(Map<String, String> values) {

    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "title", "initializers", "grid", "repetitions", "keep", "document", "quick", "curves", "probes", "target");

    /** Those of a point of a study's grid. */
    static Settings of(ObjectNode resolved, String variant) {
        Map<String, String> values = new TreeMap<>();
        resolved.properties().stream()
                .filter(each -> !WITHOUT_EFFECT.contains(each.getKey()))
                .forEach(each -> add(each.getKey(), each.getValue(), values));
        GridAxes axes = GridAxes.of(resolved);
        for (String path : axes.paths()) {
            values.keySet().removeIf(key -> key.equals(path) || key.startsWith(path + "."));
            values.put(path, plain(axes.value(variant, path)));
        }
        return new Settings(values);
    }

    private static void add(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(each -> add(path + "." + each.getKey(), each.getValue(), values));
        } else {
            values.put(path, node.isValueNode() ? plain(node.asText()) : node.toString());
        }
    }

    /** A number has many spellings, and a grid's is that of its file. */
    private static String plain(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException word) {
            return text;
        }
    }

    /** What differs from others, each as {@code training.batchSize: 64, not 32}. */
    List<String> differences(Settings others) {
        Set<String> paths = new TreeSet<>(values.keySet());
        paths.addAll(others.values.keySet());
        List<String> differences = new ArrayList<>();
        for (String path : paths) {
            if (!Objects.equals(values.get(path), others.values.get(path))) {
                differences.add(path + ": " + text(values.get(path)) + ", not " + text(others.values.get(path)));
            }
        }
        return differences;
    }

    private static String text(@Nullable String value) {
        return value == null ? "unset" : value;
    }

    /** Whether repetitions of both met the same random numbers. */
    boolean isSeededLike(Settings others) {
        return Objects.equals(values.get("seed"), others.values.get("seed"));
    }
}
