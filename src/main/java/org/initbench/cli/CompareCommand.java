package org.initbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.initbench.compare.ComparedRun;
import org.initbench.compare.Comparison;
import org.initbench.compare.RankRow;
import org.initbench.config.Problems;
import org.initbench.report.CompareReport;
import org.initbench.report.RunFiles;
import org.initbench.result.Metric;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets finished runs side by side, and ranks initializers over them. */
@Command(
        name = "compare",
        description = "Sets finished runs side by side and ranks initializers over them, or over the grid of one;"
                + " nothing is trained.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs, or STUDY/ID in the results folder.")
    private List<Path> runs = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Results folder, results by default; the files go into compare/ID in it.")
    private @Nullable Path out;

    @Option(names = "--run", paramLabel = "ID", description = "Id of the comparison; a UTC timestamp by default.")
    private @Nullable String id;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "Judges by train_loss, train_accuracy, test_loss or test_accuracy; the runs' own by default.")
    private @Nullable String metric;

    @Override
    public Integer call() throws IOException {
        Problems problems = new Problems();
        FinishedRuns.problemWith(metric).ifPresent(problems::add);
        RunOptions.problemWith(id).ifPresent(problems::add);
        List<Path> folders =
                runs.stream().map(run -> FinishedRuns.folder(run, out)).toList();
        for (Path folder : folders) {
            RunFiles.problem(folder).ifPresent(problem -> problems.add("compare: " + problem));
        }
        problems.throwIfAny();
        Metric judgedBy = metric == null ? null : Metric.named(metric);
        List<ComparedRun> read = new ArrayList<>();
        for (Path folder : folders) {
            read.add(CompareReport.read(folder, judgedBy));
        }
        Comparison comparison = Comparison.of(read, judgedBy);
        Path folder = FinishedRuns.results(out).resolve("compare").resolve(RunOptions.runOr(id));
        print(CompareReport.write(folder, comparison));
        return ExitCode.OK;
    }

    private void print(CompareReport report) {
        PrintWriter terminal = spec.commandLine().getOut();
        TextTable.print(
                terminal,
                report.comparison().ranks(),
                List.of(
                        TextTable.left("initializer", RankRow::init),
                        TextTable.right("mean rank", row -> TextTable.number(row.meanRank())),
                        TextTable.left("groups", row -> row.groups().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))),
                        TextTable.right("the best on", row -> TextTable.number(row.withinFactor(1)))));
        report.notes().forEach(terminal::println);
        terminal.println("results: " + report.folder());
        terminal.println(
                "report: " + report.folder().resolve(CompareReport.PAGE).toUri());
        terminal.println(report.sentence());
    }
}
