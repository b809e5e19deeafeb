package org.initbench.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.initbench.check.CheckRow;
import org.initbench.config.FileTrouble;
import org.initbench.recommend.Budget;
import org.initbench.recommend.Recommendation;
import org.initbench.recommend.Stages;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunFileNames;
import org.initbench.result.RunResults;
import org.initbench.result.StudyFile;
import org.initbench.result.TrialFiles;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialOrder;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * A run as its folder has it.
 *
 * @param folder of the run
 * @param results study and trials
 * @param checks what a check found, by variant and initializer; empty where the run is none
 * @param manifest what it was made with; empty where the run did not get so far
 * @param recommendation what a race comes to, whose trials have a learning rate of 0; null where the run is none
 */
public record RunFiles(
        Path folder,
        RunResults results,
        List<CheckRow> checks,
        ObjectNode manifest,
        @Nullable Recommendation recommendation) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Why a folder cannot be read as a run, in one sentence; nothing where it can. */
    public static Optional<String> problem(Path folder) {
        if (!StudyFile.isIn(folder)) {
            return Optional.of(folder + " is not the folder of a run: there is no " + RunFileNames.STUDY + " in it");
        }
        try {
            if (StudyFile.read(folder).isEmpty()) {
                return Optional.of(
                        folder.resolve(RunFileNames.STUDY) + " is damaged, so that nothing tells what its trials are"
                                + " of; bring back a copy of it, or run the study anew");
            }
            boolean isRace = study(folder).isRace();
            if (isRace && !Files.exists(folder.resolve(RunFileNames.RECOMMENDATION))) {
                return Optional.of(folder + " has not come to a recommendation; the same command with -Drun="
                        + folder.getFileName() + " goes on");
            }
            return !isRace && files(folder).files().isEmpty()
                    ? Optional.of(folder + " has no finished trial to report on")
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(folder + " cannot be read: " + FileTrouble.reason(unreadable));
        }
    }

    /**
     * Reads study, manifest and all finished trials, of which only some iterations are kept where there are very many.
     *
     * @param judgedBy the metric that is to rank the initializers; null for the study's
     * @throws IOException if a file cannot be read
     */
    public static RunFiles read(Path folder, @Nullable Metric judgedBy) throws IOException {
        StudyFile study = study(folder);
        if (study.isRace()) {
            return readRace(folder, study);
        }
        TrialOrder order = study.order();
        List<TrialResult> trials = trials(files(folder));
        ReadTrials read = new ReadTrials(study.isCheck());
        (order == null ? trials : order.ordered(trials)).forEach(read::add);
        return of(folder, read, judgedBy);
    }

    private static RunFiles readRace(Path folder, StudyFile study) throws IOException {
        RecommendationFile file = RecommendationFile.read(folder);
        StageFiles stages = new StageFiles(folder, study, file);
        Recommendation recommendation = recommendation(stages, file);
        List<TrialResult> raced = new ArrayList<>();
        for (TrialKey key : stages.raced()) {
            files(folder).read(key).ifPresent(raced::add);
        }
        ReadTrials read = ReadTrials.ofRace();
        TrialOrder order = study.order();
        (order == null ? raced : order.ordered(raced)).forEach(read::add);
        return ofRace(folder, read, recommendation);
    }

    private static Recommendation recommendation(StageFiles stages, RecommendationFile file) throws IOException {
        try {
            return Stages.run(stages, file.rules(), Budget.asSpent(file.spent()));
        } catch (InterruptedException impossible) {
            throw new IllegalStateException("nothing is waited for", impossible);
        }
    }

    /**
     * The run of a race. Where nothing was raced, what is to be seen is what the check saw.
     *
     * @param read the trials of the race
     * @throws IOException if a file cannot be read
     */
    public static RunFiles ofRace(Path folder, ReadTrials read, Recommendation recommendation) throws IOException {
        Path check = folder.resolve(RunFileNames.CHECK);
        boolean isRaced = !read.trials().isEmpty();
        RunFiles seen = isRaced ? of(folder, read, recommendation.metric()) : read(check, null);
        List<CheckRow> checks = recommendation.variants().stream()
                .flatMap(variant -> variant.checks().stream())
                .toList();
        return new RunFiles(folder, seen.results(), checks, seen.manifest(), recommendation);
    }

    /**
     * Reads study and manifest.
     *
     * @param read the finished trials
     * @param judgedBy the metric that is to rank the initializers; null for the study's
     * @throws IOException if a file cannot be read
     */
    public static RunFiles of(Path folder, ReadTrials read, @Nullable Metric judgedBy) throws IOException {
        StudyFile study = study(folder);
        ObjectNode resolved = study.study();
        List<TrialResult> trials = read.trials();
        RunResults results = new RunResults(
                study.scenario(),
                resolved.path("title").asText() + data(trials),
                judgedBy != null
                        ? judgedBy
                        : RunResults.metric(resolved.at("/target/metric").asText(), trials),
                resolved.at("/target/value").asDouble(Double.NaN),
                resolved,
                trials,
                read.layers());
        return new RunFiles(
                folder, results, CheckRow.of(read.checked()), manifest(folder.resolve(RunFileNames.MANIFEST)), null);
    }

    private static StudyFile study(Path folder) throws IOException {
        return StudyFile.read(folder)
                .orElseThrow(() -> new IOException(folder.resolve(RunFileNames.STUDY) + " is damaged"));
    }

    /** A run that ended early has none, and one that is damaged says nothing. */
    private static ObjectNode manifest(Path file) throws IOException {
        try {
            return Files.exists(file) && JSON.readTree(file.toFile()) instanceof ObjectNode manifest
                    ? manifest
                    : JSON.createObjectNode();
        } catch (JacksonException damaged) {
            return JSON.createObjectNode();
        }
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

    private static List<TrialResult> trials(TrialFiles files) throws IOException {
        try {
            return files.files().parallelStream()
                    .map(file -> trial(files, file))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static Optional<TrialResult> trial(TrialFiles files, Path file) {
        try {
            return files.readAny(file).map(Thinned::of);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TrialFiles files(Path folder) {
        return new TrialFiles(folder.resolve(RunFileNames.TRIALS));
    }
}
