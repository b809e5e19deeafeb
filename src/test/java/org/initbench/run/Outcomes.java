package org.initbench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.initbench.result.TrialResult;
import org.initbench.trial.Plan;
import org.initbench.trial.Trial;

/** Runs a plan and reads back what became of it. */
final class Outcomes {

    private Outcomes() {}

    static List<TrialResult> of(Plan plan, RunFolder folder, WorkerSettings settings, Notes notes)
            throws IOException, InterruptedException {
        run(plan, folder, settings, notes);
        List<TrialResult> trials = new ArrayList<>();
        for (Trial trial : plan.trials()) {
            trials.add(folder.trials().read(trial.key()).orElseThrow());
        }
        return trials;
    }

    /** Trains and gathers, in processes or here. */
    static void run(Plan plan, RunFolder folder, WorkerSettings settings, Notes notes)
            throws IOException, InterruptedException {
        String name = TrialExecutors.nameFor(settings.count());
        try (TrialExecutor executor = TrialExecutors.open(name, settings, folder.logs())) {
            Engine engine = new Engine(plan, folder, executor, notes);
            engine.train();
            engine.gather(trial -> {});
        }
    }
}
