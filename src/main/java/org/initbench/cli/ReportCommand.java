package org.initbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.initbench.config.InvalidInputException;
import org.initbench.report.Report;
import org.initbench.report.RunFiles;
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

    @Override
    public Integer call() throws IOException {
        Path given = run == null ? Path.of("") : run;
        Path inResults = (out == null ? Path.of("results") : out).resolve(given);
        Path folder = RunFiles.problem(given).isPresent()
                        && RunFiles.problem(inResults).isEmpty()
                ? inResults
                : given;
        RunFiles.problem(folder).ifPresent(problem -> {
            throw new InvalidInputException("report: " + problem);
        });
        new RunConsole(spec.commandLine().getOut()).print(Report.write(folder));
        return ExitCode.OK;
    }
}
