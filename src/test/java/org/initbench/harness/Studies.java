package org.initbench.harness;

import java.nio.file.Path;
import java.util.List;
import org.initbench.config.StudyFiles;
import org.initbench.report.Document;
import org.initbench.result.TrialResult;
import org.initbench.scenario.Scenarios;
import org.initbench.testing.Mnist;

/** Runs studies for tests. */
final class Studies {

    private Studies() {}

    /** The plan of a named study with some fields set. */
    static Plan plan(String study, String assignments) {
        Planner planner = new Planner(new StudyFiles(Path.of("")), Scenarios.builtIn(), Document.NAMES, Mnist.FOLDERS);
        return planner.plan(StudyRequest.named(study).with(assignments));
    }

    /** The results of all its trials. */
    static List<TrialResult> run(String study, String assignments) {
        return StudyRunner.run(plan(study, assignments), new Silent());
    }

    private static final class Silent implements Progress {
        @Override
        public void finished(TrialResult trial) {}

        @Override
        public void close() {}
    }
}
