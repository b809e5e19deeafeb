package org.initbench.harness;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.initbench.config.InvalidInputException;
import org.initbench.result.LayerRow;
import org.initbench.result.Metric;
import org.initbench.result.Table;
import org.initbench.result.Tables;
import org.initbench.result.Tables.LayerBin;
import org.initbench.result.Tables.Part;
import org.initbench.result.TrialResult;
import org.initbench.stats.Summaries;
import org.initbench.stats.SummaryRow;

/** The folder of one run, and the tables in it. */
public final class RunFolder {

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /** Why {@code out/study/run} cannot take a run, in one sentence; nothing where it can. */
    public static Optional<String> problem(Path out, String study, String run) {
        Path path = out.resolve(study).resolve(run);
        if (Files.exists(path)) {
            return Optional.of(inUse(path));
        }
        Path existing = path.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return Files.isDirectory(existing) && Files.isWritable(existing)
                ? Optional.empty()
                : Optional.of("out: cannot write to " + existing);
    }

    /**
     * Makes {@code out/study/run}; of two processes that try at once, one succeeds.
     *
     * @throws InvalidInputException if it is there already or cannot be made
     */
    public static RunFolder create(Path out, String study, String run) {
        Path path = out.resolve(study).resolve(run);
        try {
            Files.createDirectories(out.resolve(study));
            return new RunFolder(Files.createDirectory(path));
        } catch (FileAlreadyExistsException inUse) {
            throw new InvalidInputException(inUse(path));
        } catch (IOException unwritable) {
            throw new InvalidInputException("out: cannot make the folder " + path);
        }
    }

    private static String inUse(Path path) {
        return "run: " + path + " is there already; give another id";
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * Writes the manifest and every table that has rows; trials, summary and timings in any case.
     *
     * @throws IOException if a file cannot be written
     */
    public void write(Plan plan, List<TrialResult> trials) throws IOException {
        Tables.TRIALS.write(path, trials.stream());
        SummaryRow.table()
                .write(
                        path,
                        Summaries.of(trials, Metric.named(plan.study().target().metric())).stream());
        Tables.TIMINGS.write(path, trials.stream());
        writeParts(Tables.CURVES, trials, TrialResult::curve);
        writeParts(Tables.LAYERS, trials, TrialResult::layers);
        writeParts(Tables.HISTOGRAMS, trials, RunFolder::bins);
        writeParts(Tables.PREDICTIONS, trials, TrialResult::predictions);
        writeParts(Tables.BOUNDARY, trials, TrialResult::boundary);
        writeParts(Tables.WEIGHTS, trials, TrialResult::weights);
        writeParts(Tables.ADJUSTMENTS, trials, TrialResult::adjustments);
        Manifest.write(path, plan);
    }

    private <T> void writeParts(Table<Part<T>> table, List<TrialResult> trials, Function<TrialResult, List<T>> parts)
            throws IOException {
        if (trials.stream().anyMatch(trial -> !parts.apply(trial).isEmpty())) {
            Stream<Part<T>> rows =
                    trials.stream().flatMap(trial -> parts.apply(trial).stream().map(part -> new Part<>(trial, part)));
            table.write(path, rows);
        }
    }

    private static List<LayerBin> bins(TrialResult trial) {
        return trial.layers().stream().flatMap(RunFolder::bins).toList();
    }

    private static Stream<LayerBin> bins(LayerRow layer) {
        return layer.histogram().stream().map(bin -> new LayerBin(layer, bin));
    }
}
