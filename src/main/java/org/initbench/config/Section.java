package org.initbench.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One mapping of a study file while it is read. Each getter names a key, its default and what it allows; a value that is
 * missing takes the default, a value that is wrong is reported and takes the default too, so that reading goes on. When
 * all keys are read, {@link #finish()} reports those that nobody asked for.
 */
public final class Section {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String path;
    private final ObjectNode values;
    private final Problems problems;
    private final ObjectNode resolved = NODES.objectNode();
    private final Set<String> known = new LinkedHashSet<>();

    /** The section at {@code path} (empty for the whole file), whose findings go to {@code problems}. */
    public Section(String path, ObjectNode values, Problems problems) {
        this.path = path;
        this.values = values;
        this.problems = problems;
    }

    /** A mapping inside this one; an empty mapping when the key is absent. */
    public Section section(String key) {
        return section(key, present(key).orElseGet(NODES::objectNode), "a mapping");
    }

    /** A mapping inside this one whose {@code name} may stand for it: {@code adam} for {@code {name: adam}}. */
    public Section named(String key) {
        JsonNode node = present(key).orElseGet(NODES::objectNode);
        return section(key, node.isTextual() ? NamedMappings.named(node) : node, "a name or a mapping");
    }

    private Section section(String key, JsonNode node, String allowed) {
        if (!(node instanceof ObjectNode)) {
            reject(key, node, allowed);
        }
        ObjectNode mapping = node instanceof ObjectNode object ? object : NODES.objectNode();
        Section section = new Section(pathOf(key), mapping, problems);
        resolved.set(key, section.resolved);
        return section;
    }

    /** A text. */
    public String text(String key, String fallback) {
        return custom(key, NODES.textNode(fallback), "a text", Section::scalarText)
                .orElse(fallback);
    }

    /** One of a set of names; a name that is close to one of them is suggested. */
    public String choice(String key, String fallback, Collection<String> allowed) {
        String name = text(key, fallback);
        if (allowed.contains(name)) {
            return name;
        }
        problems.add(pathOf(key) + ": " + name + " is not known" + Suggestion.forUnknown(name, allowed));
        return fallback;
    }

    /** true or false. */
    public boolean flag(String key, boolean fallback) {
        return custom(key, NODES.booleanNode(fallback), "true or false", Section::truth)
                .orElse(fallback);
    }

    /** A whole number from {@code least} up. */
    public int integer(String key, int fallback, int least) {
        return (int) integer(key, fallback, least, Integer.MAX_VALUE);
    }

    /** A whole number from {@code least} to {@code most}. */
    public long integer(String key, long fallback, long least, long most) {
        return custom(key, NODES.numberNode(fallback), wholeNumber(least, most), node -> whole(node, least, most))
                .orElse(fallback);
    }

    /** A number within a range. */
    public double number(String key, double fallback, Range range) {
        return custom(key, NODES.numberNode(fallback), range.description(), node -> number(node, range))
                .orElse(fallback);
    }

    /** A list of whole numbers, each at least {@code least}. */
    public List<Integer> integers(String key, List<Integer> fallback, int least) {
        ArrayNode defaults = NODES.arrayNode();
        fallback.forEach(defaults::add);
        String allowed = "a list, each " + wholeNumber(least, Integer.MAX_VALUE);
        return custom(key, defaults, allowed, node -> elements(node, each -> whole(each, least, Integer.MAX_VALUE)))
                .map(list -> list.stream().map(Long::intValue).toList())
                .orElse(fallback);
    }

    /** A list of numbers within a range. */
    public List<Double> numbers(String key, List<Double> fallback, Range range) {
        ArrayNode defaults = NODES.arrayNode();
        fallback.forEach(defaults::add);
        String allowed = "a list, each " + range.description();
        return custom(key, defaults, allowed, node -> elements(node, each -> number(each, range)))
                .orElse(fallback);
    }

    /** A list of texts. */
    public List<String> texts(String key) {
        return custom(key, NODES.arrayNode(), "a list of names", node -> elements(node, Section::scalarText))
                .orElse(List.of());
    }

    /**
     * A value that the caller reads; empty when the key is absent or its value was rejected.
     *
     * @param fallback what the resolved study shows when the key is absent
     * @param allowed what a message says may be given
     * @param reader gives nothing for a value that is not allowed
     */
    public <T> Optional<T> custom(
            String key, JsonNode fallback, String allowed, Function<JsonNode, Optional<T>> reader) {
        Optional<JsonNode> node = present(key);
        resolved.set(key, node.orElse(fallback));
        Optional<T> value = node.flatMap(reader);
        if (node.isPresent() && value.isEmpty()) {
            reject(key, node.get(), allowed);
        }
        return value;
    }

    /** Whether the file or an override gives this key. */
    public boolean has(String key) {
        return present(key).isPresent();
    }

    /** Adds a problem of the section as a whole, or of keys that disagree. */
    public void problem(String key, String sentence) {
        problems.add(pathOf(key) + ": " + sentence);
    }

    /** Tells of a key that is allowed and yet has no effect, or not the one that it seems to have. */
    public void warning(String key, String sentence) {
        problems.warn(pathOf(key) + ": " + sentence);
    }

    /** Reports the keys that no getter asked for. */
    public void finish() {
        values.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problems.add(pathOf(key) + ": unknown key" + Suggestion.forUnknown(key, known));
            }
        });
    }

    /** What was read, defaults included, in the order of reading. */
    public ObjectNode resolved() {
        return resolved;
    }

    private Optional<JsonNode> present(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private void reject(String key, JsonNode node, String allowed) {
        problems.add(pathOf(key) + ": " + shown(node) + " is not allowed; give " + allowed);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String shown(JsonNode node) {
        String text = node.isValueNode() && !node.isNull() ? node.asText() : node.toString();
        return node.isNull() || text.isBlank() ? "an empty value" : text;
    }

    private static String wholeNumber(long least, long most) {
        return "a whole number "
                + (most == Integer.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most);
    }

    private static Optional<String> scalarText(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static Optional<Boolean> truth(JsonNode node) {
        return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    private static Optional<Long> whole(JsonNode node, long least, long most) {
        return node.isIntegralNumber()
                        && node.canConvertToLong()
                        && node.longValue() >= least
                        && node.longValue() <= most
                ? Optional.of(node.longValue())
                : Optional.empty();
    }

    /** Numbers that YAML takes for texts, such as {@code 1e-3}, count as numbers. */
    private static Optional<Double> number(JsonNode node, Range range) {
        try {
            double value = node.isNumber() ? node.doubleValue() : Double.parseDouble(node.asText());
            return range.allows(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static <T> Optional<List<T>> elements(JsonNode node, Function<JsonNode, Optional<T>> reader) {
        List<T> read = new ArrayList<>();
        node.forEach(element -> reader.apply(element).ifPresent(read::add));
        return node.isArray() && read.size() == node.size() ? Optional.of(read) : Optional.empty();
    }
}
