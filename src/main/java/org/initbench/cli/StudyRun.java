package org.initbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.initbench.config.Problems;
import org.initbench.report.ReadTrials;
import org.initbench.report.Report;
import org.initbench.report.RunFiles;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.run.Engine;
import org.initbench.run.RunFolder;
import org.initbench.run.TrialExecutor;
import org.initbench.trial.Plan;
import org.initbench.trial.Planner;
import org.initbench.trial.StudyRequest;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Plans what a command asks for, runs it, and writes and prints what it produced.
 *
 * @param unmatched arguments that no option takes
 * @param planned the trials of a request
 */
record StudyRun(
        CommandSpec spec, RunOptions options, List<String> unmatched, BiFunction<Planner, StudyRequest, Plan> planned) {

    /** Gives the exit code. */
    int call() throws IOException, InterruptedException {
        Problems problems = new Problems();
        String run = options.run();
        List<Plan> plans =
                new StudyPlans<>(spec, options, unmatched, planned, Function.identity()).plans(run, problems);
        problems.throwIfAny();
        boolean failed = false;
        for (Plan plan : plans) {
            try (RunFolder folder = RunFolder.open(options.out(), plan, run)) {
                failed |= run(plan, folder);
            }
        }
        return failed ? ExitCode.FAILED : ExitCode.OK;
    }

    /** Whether a trial failed, or none came to a result. */
    private boolean run(Plan plan, RunFolder folder) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        plan.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        int count = plan.trials().size();
        out.println(plan.name() + ": " + plan.study().title() + ", " + count + (count == 1 ? " trial" : " trials"));
        if (options.retriesFailed()) {
            folder.forgetFailed(plan);
        }
        ReadTrials read = new ReadTrials(plan.study().check());
        Engine engine;
        try (TrialProgress progress = TrialProgress.to(spec.commandLine().getErr());
                TrialExecutor executor = options.executor(folder, plan.study().check())) {
            engine = new Engine(plan, folder, executor, progress);
            engine.train();
        }
        engine.gather(read::add);
        Report report = Report.write(RunFiles.of(folder.path(), read, null));
        new RunConsole(out).print(report);
        List<TrialResult> trials = report.run().results().trials();
        long failed = count(trials, Outcome.Failed.class);
        long skipped = count(trials, Outcome.Skipped.class);
        boolean isInVain = failed + skipped == trials.size();
        if (isInVain) {
            spec.commandLine()
                    .getErr()
                    .println("initbench: " + plan.name() + ": no trial completed; " + skipped + " skipped, " + failed
                            + " failed");
        }
        return isInVain || failed > 0;
    }

    private static long count(List<TrialResult> trials, Class<? extends Outcome> kind) {
        return trials.stream().filter(trial -> kind.isInstance(trial.outcome())).count();
    }
}
