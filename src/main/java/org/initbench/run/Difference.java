package org.initbench.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where two trees of settings differ.
 *
 * @param path of the setting, {@code training.epochs}
 * @param before its value in the first
 * @param after its value in the second
 */
record Difference(String path, String before, String after) {

    private static final int LONGEST = 80;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The first difference in the order of the first tree; empty where there is none. */
    static Optional<Difference> first(ObjectNode before, ObjectNode after) {
        return first("", asRead(before), asRead(after));
    }

    private static Optional<Difference> first(String path, JsonNode before, JsonNode after) {
        if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
            Set<String> keys = new LinkedHashSet<>();
            Stream.of(one, other).forEach(mapping -> mapping.fieldNames().forEachRemaining(keys::add));
            return keys.stream()
                    .map(key -> first(path.isEmpty() ? key : path + "." + key, value(one, key), value(other, key)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return before.equals(after) ? Optional.empty() : Optional.of(new Difference(path, shown(before), shown(after)));
    }

    private static JsonNode value(ObjectNode mapping, String key) {
        JsonNode value = mapping.get(key);
        return value == null ? MissingNode.getInstance() : value;
    }

    /** A number that was read has another type than the same one that was not written yet. */
    private static JsonNode asRead(ObjectNode tree) {
        try {
            return JSON.readTree(tree.toString());
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a tree has a JSON form", impossible);
        }
    }

    private static String shown(JsonNode value) {
        String text = value.isTextual() ? value.asText() : value.toString();
        if (value.isMissingNode()) {
            return "not given";
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
