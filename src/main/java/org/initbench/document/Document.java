package org.initbench.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Problems;
import org.initbench.config.Suggestion;
import org.initbench.config.YamlFiles;
import org.jspecify.annotations.Nullable;

/**
 * A published table, with the conditions under which its figures were made.
 *
 * @param source where it was published, and how
 * @param conditions values of study fields by path; under any other the figures do not apply
 * @param learningRate of its trials; null for any
 * @param repetition the one whose learning curve is compared; null for the mean over all
 * @param remark what is known of figures that differ; may be empty
 * @param figures in the order of the document
 */
public record Document(
        String source,
        Map<String, JsonNode> conditions,
        @Nullable Double learningRate,
        @Nullable Integer repetition,
        String remark,
        List<Figure> figures) {

    /** The documents that come with initbench. */
    public static final Set<String> NAMES = Set.of("moons", "classification");

    /**
     * The YAML of a built-in document.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    private static ObjectNode builtIn(String name) {
        String resource = "/documents/" + name + ".yaml";
        try (InputStream content = Document.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalArgumentException("there is no document " + name);
            }
            return YamlFiles.printed(resource, content);
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + resource, unreadable);
        }
    }

    /** The built-in document of that name. */
    public static Document named(String name) {
        return of(builtIn(name));
    }

    /**
     * The document that a study holds: the name of a built-in one, or its content; none for an empty text.
     *
     * @throws InvalidInputException with everything that is wrong with it
     */
    public static Optional<Document> ofStudy(JsonNode study) {
        JsonNode document = study.path("document");
        if (document instanceof ObjectNode content) {
            return Optional.of(of(content));
        }
        String name = document.asText("");
        return name.isEmpty() ? Optional.empty() : Optional.of(named(name));
    }

    /**
     * The document in a tree.
     *
     * @throws InvalidInputException with everything that is wrong with it
     */
    public static Document of(ObjectNode content) {
        Problems problems = new Problems();
        Document document = read(content, problems);
        problems.throwIfAny();
        return document;
    }

    /** The document in a tree; what is wrong goes to {@code problems}, and the record then means nothing. */
    public static Document read(ObjectNode content, Problems problems) {
        return new DocumentReader(problems).read(content);
    }

    /**
     * What a name or path stands for: the content of the first of these files that there is. A built-in name stays what it is.
     *
     * @param name built-in, or of a file
     * @param files where the file may be, the first choice first
     * @throws InvalidInputException if there is neither, or the file is no document
     */
    public static Optional<ObjectNode> find(String name, List<Path> files) {
        if (NAMES.contains(name)) {
            return Optional.empty();
        }
        Path file = files.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("document: there is no file " + name
                        + ", and no published table of that name comes with initbench"
                        + Suggestion.forUnknown(name, NAMES)));
        try (InputStream content = Files.newInputStream(file)) {
            return Optional.of(YamlFiles.printed(file.toString(), content));
        } catch (IOException unreadable) {
            throw new InvalidInputException("document: cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    /** Whether any figure is of one variant of a grid. */
    boolean namesVariants() {
        return figures.stream().anyMatch(figure -> figure.cell().variant() != null);
    }

    /** What of a study is not as in the document, in one sentence; nothing when all is. */
    public Optional<String> difference(JsonNode study) {
        for (Map.Entry<String, JsonNode> condition : conditions.entrySet()) {
            String path = condition.getKey();
            if (study.path("grid").has(path)) {
                return Optional.of("the grid varies " + path + " and the document has " + condition.getValue());
            }
            JsonNode actual = study.at("/" + path.replace('.', '/'));
            if (!condition.getValue().equals(Document::compareScalars, actual)) {
                return Optional.of(path + " is " + actual + " and the document has " + condition.getValue());
            }
        }
        if (!study.path("grid").isEmpty() && !namesVariants()) {
            return Optional.of("the study has a grid and the document has none");
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
