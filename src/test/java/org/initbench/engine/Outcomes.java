package org.initbench.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.initbench.harness.Plan;
import org.initbench.harness.RunFolder;
import org.initbench.harness.Trial;
import org.initbench.result.TrialResult;

/** Runs a plan and reads back what became of it. */
final class Outcomes {

    private Outcomes() {}

    static List<TrialResult> of(Plan plan, RunFolder folder, WorkerSettings settings, Notes notes)
            throws IOException, InterruptedException {
        Engine.run(plan, folder, settings, notes);
        List<TrialResult> trials = new ArrayList<>();
        for (Trial trial : plan.trials()) {
            trials.add(folder.trials().read(trial.key()).orElseThrow());
        }
        return trials;
    }
}
