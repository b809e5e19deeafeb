package org.initbench.testing;

import java.nio.file.Path;
import java.util.Map;
import org.initbench.config.StudyFiles;
import org.initbench.scenario.Scenarios;
import org.initbench.trial.CheckPlan;
import org.initbench.trial.Plan;
import org.initbench.trial.Planner;
import org.initbench.trial.StudyRequest;

/** Plans studies without running them. */
public final class Plans {

    private Plans() {}

    /** The trials of a study as it stands. */
    public static Plan of(String study) {
        return of(StudyRequest.named(study));
    }

    /** The same, with fields of the study replaced. */
    public static Plan of(String study, String set) {
        return of(StudyRequest.named(study).with(set));
    }

    /** The trials of a request. */
    public static Plan of(StudyRequest request) {
        return planner().plan(request);
    }

    /** The check of the network of a study. */
    public static Plan check(StudyRequest request) {
        return new CheckPlan(planner()).of(request);
    }

    /** The same trials as a worker plans them. */
    public static Plan again(Plan plan) {
        return planner().planAgain(plan.name(), plan.resolved());
    }

    private static Planner planner() {
        return new Planner(new StudyFiles(Path.of("")), Scenarios.builtIn(), Mnist.FOLDERS);
    }

    /** The trials of a smoke run. */
    public static Plan quick(String study) {
        return of(new StudyRequest(study, null, null, true, Map.of(), "", null));
    }

    /** The trials of a study with other initializers. */
    public static Plan withInitializers(String study, String list) {
        return of(new StudyRequest(study, null, null, false, Map.of(), "", list));
    }

    /** The trials of a study with one field replaced. */
    public static Plan withField(String study, String path, String value) {
        return of(new StudyRequest(study, null, null, false, Map.of(path, value), "", null));
    }
}
