package org.initbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A published table, with the conditions under which its figures were made.
 *
 * @param source where it was published, and how
 * @param conditions values of study fields by path; under any other the figures do not apply
 * @param learningRate of its trials
 * @param figures in the order of the document
 */
public record Document(String source, Map<String, JsonNode> conditions, double learningRate, List<Figure> figures) {

    /** The documents that come with initbench. */
    public static final Set<String> NAMES = Set.of("moons", "classification");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /**
     * A printed figure.
     *
     * @param init normalized spec
     * @param quantity a column of {@code curves.csv}
     * @param iteration at which it was measured
     * @param value as printed
     * @param relativeTolerance allowed difference as a fraction of the value; empty where none can be promised
     */
    public record Figure(
            String init, String quantity, int iteration, double value, Optional<Double> relativeTolerance) {}

    /** The document of that name. */
    public static Document named(String name) {
        String resource = "/documents/" + name + ".yaml";
        try (InputStream content = Document.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalArgumentException("there is no document " + name);
            }
            return read(YAML.readTree(content));
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + resource, unreadable);
        }
    }

    private static Document read(JsonNode document) {
        Map<String, JsonNode> conditions = new LinkedHashMap<>();
        document.path("conditions").properties().forEach(entry -> conditions.put(entry.getKey(), entry.getValue()));
        List<Figure> figures = new ArrayList<>();
        document.path("figures").forEach(series -> addSeries(figures, series));
        return new Document(
                document.path("source").asText(),
                conditions,
                document.path("learningRate").asDouble(),
                List.copyOf(figures));
    }

    private static void addSeries(List<Figure> figures, JsonNode series) {
        Optional<Double> tolerance =
                Optional.ofNullable(series.get("relativeTolerance")).map(JsonNode::asDouble);
        JsonNode values = series.path("values");
        for (int i = 0; i < values.size(); i++) {
            figures.add(new Figure(
                    series.path("init").asText(),
                    series.path("quantity").asText(),
                    series.path("iterations").path(i).asInt(),
                    Double.parseDouble(values.path(i).asText()),
                    tolerance));
        }
    }

    /** What of a study is not as in the document, in one sentence; nothing when all is. */
    public Optional<String> difference(JsonNode study) {
        for (Map.Entry<String, JsonNode> condition : conditions.entrySet()) {
            JsonNode actual = study.at("/" + condition.getKey().replace('.', '/'));
            if (!condition.getValue().equals(Document::compareScalars, actual)) {
                return Optional.of(
                        condition.getKey() + " is " + actual + " and the document has " + condition.getValue());
            }
        }
        return Optional.empty();
    }

    /** 0 for the same value; 0, 0.0 and the text 0 are one number. */
    private static int compareScalars(JsonNode condition, JsonNode actual) {
        boolean same = condition.isNumber()
                ? condition.doubleValue() == actual.asDouble(Double.NaN)
                : condition.equals(actual);
        return same ? 0 : 1;
    }
}
