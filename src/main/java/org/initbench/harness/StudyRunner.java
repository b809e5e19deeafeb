package org.initbench.harness;

import java.util.ArrayList;
import java.util.List;
import org.initbench.result.TrialResult;

/** Runs all trials of a plan, one after the other, in this JVM. */
public final class StudyRunner {

    private static final int THIS_JVM = 0;

    private StudyRunner() {}

    /** The results in the order of the plan. */
    public static List<TrialResult> run(Plan plan, Progress progress) {
        TrialRunner runner = new TrialRunner(THIS_JVM);
        List<TrialResult> results = new ArrayList<>();
        for (Trial trial : plan.trials()) {
            TrialResult result = runner.run(trial);
            results.add(result);
            progress.finished(result);
        }
        return results;
    }
}
