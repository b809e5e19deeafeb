package org.initbench.result;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code study.json} of a run's folder: what the run is of. It is there before the first trial.
 *
 * @param scenario name of the study
 * @param study the whole of it as resolved
 * @param fingerprint what the run is of beyond that; null in runs of earlier versions
 * @param order of its trials; null in runs of earlier versions, whose files have the order in their names
 */
public record StudyFile(
        String scenario, ObjectNode study, @Nullable ObjectNode fingerprint, @Nullable TrialOrder order) {

    /** The key of a study that it is true of. */
    public static final String CHECK = "check";

    /** The key of a study that is true of a race between initializers. */
    public static final String RECOMMEND = "recommend";

    /** The scenario of what a program has measured in a network of its own. */
    public static final String OF_A_PROGRAM = "program";

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Whether its trials are those of a check. */
    public boolean isCheck() {
        return study.path(CHECK).asBoolean();
    }

    /** Whether its trials are those of a race between initializers. */
    public boolean isRace() {
        return study.path(RECOMMEND).asBoolean();
    }

    /** Whether a folder has one. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(RunFileNames.STUDY));
    }

    /**
     * Reads the one of a folder; empty where it is damaged.
     *
     * @throws IOException if it cannot be read
     */
    public static Optional<StudyFile> read(Path folder) throws IOException {
        try {
            JsonNode file = JSON.readTree(Files.readAllBytes(folder.resolve(RunFileNames.STUDY)));
            return file.path("scenario").isTextual()
                            && file.path("study") instanceof ObjectNode study
                            && Metric.targets()
                                    .contains(study.at("/target/metric").asText())
                    ? Optional.of(of(file, study))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static StudyFile of(JsonNode file, ObjectNode study) throws JacksonException {
        return new StudyFile(
                file.path("scenario").asText(),
                study,
                file.path("fingerprint") instanceof ObjectNode fingerprint ? fingerprint : null,
                file.has("order") ? JSON.treeToValue(file.get("order"), TrialOrder.class) : null);
    }

    /**
     * Writes it to a folder.
     *
     * @throws IOException if it cannot be written; what was there stays then
     */
    public void write(Path folder) throws IOException {
        ObjectNode file = JSON.createObjectNode();
        file.put("scenario", scenario);
        file.set("study", study);
        if (fingerprint != null) {
            file.set("fingerprint", fingerprint);
        }
        if (order != null) {
            file.set("order", JSON.valueToTree(order));
        }
        byte[] content = JSON.writeValueAsBytes(file);
        DurableFile.write(folder.resolve(RunFileNames.STUDY), out -> out.write(content));
    }
}
