package org.initbench.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.initbench.trial.CheckPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Says in seconds whether the signal is alive in a network, layer by layer, under each initializer. */
@Command(
        name = "check",
        description =
                "Looks at a network's first updates: is the signal alive, layer by layer, under each initializer?",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Unmatched
    private final List<String> unmatched = new ArrayList<>();

    /** 0 whatever the verdicts are. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        new StudyRun(spec, options, unmatched, (planner, request) -> new CheckPlan(planner).of(request)).call();
        return ExitCode.OK;
    }
}
