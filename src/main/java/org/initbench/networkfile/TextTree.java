package org.initbench.networkfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;

/** JSON and YAML read into trees, of bounded depth and size, by parsers that make nothing but trees. */
final class TextTree {

    private static final int MOST_DEPTH = 200;
    private static final int MOST_TOKENS = 4_000_000;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(MOST_DEPTH)
            .maxTokenCount(MOST_TOKENS)
            .maxStringLength(LONGEST_TEXT)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(BOUNDS).build())
            // Python writes them.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .loaderOptions(options())
            .streamReadConstraints(BOUNDS)
            .build();

    private TextTree() {}

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(BoundedText.MOST_BYTES);
        options.setNestingDepthLimit(MOST_DEPTH);
        return options;
    }

    /** The mapping that a JSON text is. */
    static ObjectNode json(String text, String what) {
        return mapping(() -> JSON.readTree(text), what, "JSON");
    }

    /** The mapping that a YAML text is. */
    static ObjectNode yaml(String text, String what) {
        return mapping(
                () -> {
                    try (YAMLParser parser = YAML.createParser(text)) {
                        return new YamlTree(parser).read();
                    }
                },
                what,
                "YAML");
    }

    private interface Parsing {
        JsonNode tree() throws IOException;
    }

    private static ObjectNode mapping(Parsing parsing, String what, String language) {
        try {
            return Optional.ofNullable(parsing.tree())
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast)
                    .orElseThrow(() -> new Refusal(what + " holds no mapping; " + NetworkText.HELP));
        } catch (StreamConstraintsException beyond) {
            throw new Refusal(what + " is deeper or longer than any network (more than " + MOST_DEPTH + " levels, "
                    + MOST_TOKENS + " values or " + LONGEST_TEXT + " characters in a text); "
                    + NetworkText.HELP);
        } catch (JsonProcessingException broken) {
            String place = broken.getLocation() == null
                    ? ""
                    : " (line " + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr() + ")";
            throw new Refusal(what + " is no valid " + language + place + ", perhaps cut short; save it again");
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal(what + " is no valid " + language + "; " + NetworkText.HELP);
        }
    }
}
