package org.initbench.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.initbench.trial.Planner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs studies and writes what they produced. */
@Command(
        name = RunCommand.NAME,
        description = "Runs studies and writes their results.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    static final String NAME = "run";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Unmatched
    private final List<String> unmatched = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new StudyRun(spec, options, unmatched, Planner::plan).call();
    }
}
