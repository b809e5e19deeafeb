package org.initbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.initbench.result.Baseline;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.result.TrialFiles;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

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
     * @param judgedBy the metric that is to rank the initializers; null for the study's
     * @throws IOException if a file cannot be read
     */
    public static RunFiles read(Path folder, @Nullable Metric judgedBy) throws IOException {
        JsonNode study = JSON.readTree(folder.resolve(STUDY).toFile());
        ObjectNode resolved = (ObjectNode) study.path("study");
        Path manifest = folder.resolve("manifest.json");
        List<TrialResult> trials = trials(files(folder));
        RunResults results = new RunResults(
                study.path("scenario").asText(),
                resolved.path("title").asText() + data(trials),
                judgedBy != null
                        ? judgedBy
                        : metric(resolved.at("/target/metric").asText(), trials),
                resolved.at("/target/value").asDouble(Double.NaN),
                resolved,
                trials);
        return new RunFiles(
                folder,
                results,
                Files.exists(manifest) ? (ObjectNode) JSON.readTree(manifest.toFile()) : JSON.createObjectNode());
    }

    /** A study may be run on other data than its title was written for. */
    private static String data(List<TrialResult> trials) {
        String names = trials.stream()
                .map(TrialResult::dataset)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " (data: " + names + ")";
    }

    /** Whether any completed trial has a metric. */
    public boolean isMeasured(Metric metric) {
        return results.trials().stream()
                .filter(trial -> trial.outcome() instanceof Outcome.Completed)
                .map((TrialResult trial) -> metric.of(trial.train(), trial.test()))
                .anyMatch(Objects::nonNull);
    }

    /** Where the study leaves it open, what the trials have tells. */
    private static Metric metric(String target, List<TrialResult> trials) {
        boolean hasTest = trials.stream()
                .anyMatch(trial -> trial.facts().test() != null || trial.test().loss() != null);
        boolean isClassifier = trials.stream()
                .anyMatch(trial -> trial.train().accuracy() != null
                        || isOfClasses(trial.facts().train()));
        return Metric.ofTarget(target, hasTest, isClassifier);
    }

    private static boolean isOfClasses(@Nullable Baseline baseline) {
        return baseline != null && baseline.largestShare() != null;
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
