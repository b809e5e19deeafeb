package org.initbench.trial;

import java.util.List;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;

/** Runs studies for tests. */
final class Studies {

    private Studies() {}

    /** The results of all its trials. */
    static List<TrialResult> run(String study, String assignments) {
        return run(Plans.of(study, assignments));
    }

    /** The results of all trials of a request. */
    static List<TrialResult> run(StudyRequest request) {
        return run(Plans.of(request));
    }

    private static List<TrialResult> run(Plan plan) {
        TrialRunner runner = new TrialRunner(0);
        return plan.trials().stream().map(runner::run).toList();
    }
}
