package org.initbench.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.initbench.config.Suggestion;
import org.initbench.report.RunFiles;
import org.initbench.result.Metric;
import org.jspecify.annotations.Nullable;

/** What commands that read finished runs ask for alike. */
final class FinishedRuns {

    private FinishedRuns() {}

    /** The folder that a run was given by: its own, or STUDY/ID in the results folder. */
    static Path folder(Path given, @Nullable Path out) {
        Path inResults = results(out).resolve(given);
        return RunFiles.problem(given).isPresent()
                        && RunFiles.problem(inResults).isEmpty()
                ? inResults
                : given;
    }

    /** The results folder. */
    static Path results(@Nullable Path out) {
        return out == null ? Path.of("results") : out;
    }

    /** Why the value of --metric names none, in one sentence. */
    static Optional<String> problemWith(@Nullable String metric) {
        return metric == null || Metric.columns().contains(metric)
                ? Optional.empty()
                : Optional.of("metric: " + metric + " is not known" + Suggestion.forUnknown(metric, Metric.columns()));
    }
}
