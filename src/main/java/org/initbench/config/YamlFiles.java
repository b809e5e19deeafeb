package org.initbench.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads YAML into trees. A key given twice is an error, and so is a second document in a file. */
public final class YamlFiles {

    private static final YAMLFactory YAML_FACTORY = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper YAML =
            new ObjectMapper(YAML_FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final ObjectReader EXACT = YAML.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private YamlFiles() {}

    /**
     * The mapping in a file.
     *
     * @param name of the file, for messages
     * @throws InvalidInputException if the file is not YAML or not a mapping
     * @throws IOException if it cannot be read
     */
    public static ObjectNode mapping(String name, InputStream content) throws IOException {
        return mapping(name, content, YAML.reader(), "study");
    }

    /**
     * The mapping in the file of a document, in which numbers with a decimal point are texts, with all digits that they were written
     * with.
     *
     * @param name of the file, for messages
     * @throws InvalidInputException if the file is not YAML or not a mapping
     * @throws IOException if it cannot be read
     */
    public static ObjectNode printed(String name, InputStream content) throws IOException {
        ObjectNode document = mapping(name, content, EXACT, "document");
        document.path("figures").forEach(series -> {
            if (series.path("values") instanceof ArrayNode values) {
                for (int place = 0; place < values.size(); place++) {
                    values.set(place, TextNode.valueOf(values.get(place).asText()));
                }
            }
        });
        return (ObjectNode) YAML.readTree(YAML.writeValueAsBytes(document));
    }

    private static ObjectNode mapping(String name, InputStream content, ObjectReader reader, String what)
            throws IOException {
        try {
            byte[] bytes = content.readAllBytes();
            refuseAliases(name, bytes);
            if (reader.readTree(bytes) instanceof ObjectNode mapping) {
                return mapping;
            }
            throw new InvalidInputException(
                    name + ": not a " + what + "; a " + what + " file is a mapping of keys to values");
        } catch (JacksonException broken) {
            throw new InvalidInputException(name + ": broken YAML at line " + reason(broken));
        }
    }

    /** Jackson takes an alias for a text. */
    private static void refuseAliases(String name, byte[] content) throws IOException {
        try (YAMLParser parser = YAML_FACTORY.createParser(content)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    int line = parser.currentTokenLocation().getLineNr();
                    throw new InvalidInputException(
                            name + ": the alias in line " + line + " is not read; write its value out");
                }
            }
        }
    }

    /** A single value, null for a blank text; nothing where the text is not YAML. */
    static Optional<JsonNode> value(String text) {
        try {
            JsonNode node = YAML.readTree(text);
            return Optional.of(node.isMissingNode() ? NullNode.instance : node);
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static String reason(JacksonException broken) {
        if (broken.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return (marked.getProblemMark().getLine() + 1) + ": " + marked.getProblem();
        }
        String text = broken.getOriginalMessage().lines().findFirst().orElse("unreadable");
        if (broken instanceof MismatchedInputException) {
            text = "the file goes on after its first mapping";
        } else if (text.contains("CharConversionException")) {
            text = "it is not UTF-8 text";
        }
        JsonLocation location = broken.getLocation();
        return (location == null ? 1 : location.getLineNr()) + ": " + text;
    }
}
