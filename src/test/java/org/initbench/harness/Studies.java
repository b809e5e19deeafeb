package org.initbench.harness;

import java.util.List;
import org.initbench.result.TrialResult;

/** Runs studies for tests. */
final class Studies {

    private Studies() {}

    /** The results of all its trials. */
    static List<TrialResult> run(String study, String assignments) {
        return StudyRunner.run(Plans.of(study, assignments), new Silent());
    }

    /** The results of all trials of a request. */
    static List<TrialResult> run(StudyRequest request) {
        return StudyRunner.run(Plans.of(request), new Silent());
    }

    private static final class Silent implements Progress {
        @Override
        public void finished(TrialResult trial) {}

        @Override
        public void close() {}
    }
}
