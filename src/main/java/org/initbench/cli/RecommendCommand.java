package org.initbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.initbench.config.Problems;
import org.initbench.recommend.Recommendation;
import org.initbench.recommend.Stages;
import org.initbench.report.ReadTrials;
import org.initbench.report.Report;
import org.initbench.report.RunFiles;
import org.initbench.result.Outcome;
import org.initbench.run.RunFolder;
import org.initbench.run.StageRunner;
import org.initbench.run.TrialExecutor;
import org.initbench.trial.RecommendPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Says which initializer to use for a network, how sure that is, and what to write. */
@Command(
        name = "recommend",
        description =
                "Says which initializer to use for a network, how sure that is, and what to write: a check, a learning"
                        + " rate for each, and a race between those that may be best.",
        mixinStandardHelpOptions = true)
final class RecommendCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final RaceOptions race = new RaceOptions();

    @Unmatched
    private final List<String> unmatched = new ArrayList<>();

    /** 0 whatever is recommended, unless a trial of the race failed. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        Problems problems = new Problems();
        String run = options.run();
        race.check(problems);
        if (options.hasRepetitions()) {
            problems.add("repetitions: recommend repeats trials until it can tell; give rounds, the most that it may");
        }
        List<RecommendPlan> plans = new StudyPlans<>(
                        spec,
                        options,
                        unmatched,
                        (planner, request) ->
                                RecommendPlan.of(planner, request, race.rules().rounds(), race.settings()),
                        RecommendPlan::race)
                .plans(run, problems);
        plans.forEach(plan -> race.check(plan.check().trials().size(), problems));
        problems.throwIfAny();
        boolean failed = false;
        for (RecommendPlan plan : plans) {
            try (RunFolder folder = RunFolder.open(options.out(), plan.race(), run)) {
                failed |= run(plan, folder);
            }
        }
        return failed ? ExitCode.FAILED : ExitCode.OK;
    }

    /** Whether a trial of the race failed. */
    private boolean run(RecommendPlan plan, RunFolder folder) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        plan.race().warnings().forEach(warning -> err.println("warning: " + warning));
        out.println(plan.race().name() + ": " + plan.race().study().title() + ", " + race.inWords());
        if (options.retriesFailed()) {
            folder.forgetFailed(plan.race());
        }
        ReadTrials read = ReadTrials.ofRace();
        Recommendation recommendation;
        try (RaceProgress progress = new RaceProgress(err);
                TrialExecutor executor = options.executor(folder, false);
                StageRunner runner = new StageRunner(plan, folder, executor, progress)) {
            recommendation = Stages.run(runner, race.rules(), race.budget());
            runner.gather(read::add);
        }
        Report report = Report.write(RunFiles.ofRace(folder.path(), read, recommendation));
        new RunConsole(out).print(report);
        return !report.run().results().isCheck()
                && report.run().results().trials().stream()
                        .anyMatch(trial -> trial.outcome() instanceof Outcome.Failed);
    }
}
