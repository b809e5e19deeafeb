package org.initbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.initbench.config.InvalidInputException;
import org.initbench.document.Document;
import org.initbench.document.DocumentSection;
import org.initbench.report.Report;
import org.initbench.report.RunFiles;
import org.initbench.result.Metric;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes statistics, pictures and report of a run once more, from its files. */
@Command(
        name = "report",
        description = "Writes statistics, pictures and report of a run from its files; nothing is trained.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Folder of the run, or STUDY/ID in the results folder.")
    private @Nullable Path run;

    @Option(names = "--out", paramLabel = "DIR", description = "Results folder; results by default.")
    private @Nullable Path out;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "Judges the run anew by train_loss, train_accuracy, test_loss or test_accuracy.")
    private @Nullable String metric;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "Compares the run with this published table, a YAML file or moons or classification.")
    private @Nullable String document;

    @Override
    public Integer call() throws IOException {
        FinishedRuns.problemWith(metric).ifPresent(problem -> {
            throw new InvalidInputException(problem);
        });
        Path folder = FinishedRuns.folder(run == null ? Path.of("") : run, out);
        RunFiles.problem(folder).ifPresent(problem -> {
            throw new InvalidInputException("report: " + problem);
        });
        RunFiles files = RunFiles.read(folder, metric == null ? null : Metric.named(metric));
        if (files.results().trials().isEmpty()) {
            throw new InvalidInputException(
                    "report: all trials of " + folder + " are damaged; the command of the run with " + "-Drun="
                            + folder.getFileName() + " runs them again");
        }
        if (metric != null && files.recommendation() != null) {
            throw new InvalidInputException("metric: the race in " + folder + " went by "
                    + files.results().metric().column()
                    + ", and cannot be run anew here; recommend with --set=target.metric="
                    + metric);
        }
        Metric judgedBy = files.results().metric();
        if (metric != null && !files.isMeasured(judgedBy)) {
            throw new InvalidInputException("metric: no completed trial of " + folder + " has a " + judgedBy.column());
        }
        String name = document;
        Report report = name == null
                ? Report.write(files)
                : Report.write(files, DocumentSection.of(files.results(), document(name)));
        new RunConsole(spec.commandLine().getOut()).print(report);
        return ExitCode.OK;
    }

    private static Document document(String name) {
        return Document.find(name, List.of(Path.of(name))).map(Document::of).orElseGet(() -> Document.named(name));
    }
}
