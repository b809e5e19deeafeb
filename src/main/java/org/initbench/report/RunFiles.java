package org.initbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.initbench.result.Metric;
import org.initbench.result.RunResults;
import org.initbench.result.TrialFiles;
import org.initbench.result.TrialResult;

/**
 * A run as its folder has it.
 *
 * @param folder of the run
 * @param results study and trials
 * @param manifest what it was made with; empty where the run did not get so far
 */
public record RunFiles(Path folder, RunResults results, ObjectNode manifest) {

    private static final String STUDY = "study.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Why a folder cannot be read as a run, in one sentence; nothing where it can.
     */
    public static Optional<String> problem(Path folder) {
        if (!Files.isRegularFile(folder.resolve(STUDY))) {
            return Optional.of(folder + " is not the folder of a run: there is no " + STUDY + " in it");
        }
        return Files.exists(files(folder).file(0))
                ? Optional.empty()
                : Optional.of(folder + " has no finished trial to report on");
    }

    /**
     * Reads study, manifest and all finished trials, of which only some iterations are kept where there are very many.
     *
     * @throws IOException if a file cannot be read
     */
    public static RunFiles read(Path folder) throws IOException {
        JsonNode study = JSON.readTree(folder.resolve(STUDY).toFile());
        ObjectNode resolved = (ObjectNode) study.path("study");
        Path manifest = folder.resolve("manifest.json");
        RunResults results = new RunResults(
                study.path("scenario").asText(),
                resolved.path("title").asText(),
                Metric.named(resolved.at("/target/metric").asText()),
                resolved.at("/target/value").asDouble(Double.NaN),
                resolved,
                trials(files(folder)));
        return new RunFiles(
                folder,
                results,
                Files.exists(manifest) ? (ObjectNode) JSON.readTree(manifest.toFile()) : JSON.createObjectNode());
    }

    private static List<TrialResult> trials(TrialFiles files) throws IOException {
        try {
            return files.indices().parallelStream()
                    .map(index -> trial(files, index))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static Optional<TrialResult> trial(TrialFiles files, int index) {
        try {
            return files.read(index).map(Thinned::of);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TrialFiles files(Path folder) {
        return new TrialFiles(folder.resolve("trials"));
    }
}
