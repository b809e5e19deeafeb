package org.initbench.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.initbench.config.InvalidInputException;
import org.initbench.config.StudyReader;
import org.initbench.trial.Plan;
import org.initbench.trial.Planner;
import org.initbench.trial.StudyRequest;
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
        return new StudyRun(spec, options, unmatched, RunCommand::plan).call();
    }

    /** A race is a study of which only some trials are run. */
    private static Plan plan(Planner planner, StudyRequest request) {
        Plan plan = planner.plan(request);
        if (plan.resolved().path(StudyReader.RECOMMEND).asBoolean()) {
            throw new InvalidInputException(
                    StudyReader.RECOMMEND + ": this is the study of a recommendation; run it by the command recommend");
        }
        return plan;
    }
}
