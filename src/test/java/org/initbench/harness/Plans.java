package org.initbench.harness;

import java.nio.file.Path;
import java.util.Map;
import org.initbench.config.StudyFiles;
import org.initbench.report.Document;
import org.initbench.scenario.Scenarios;
import org.initbench.testing.Mnist;

/** Plans studies without running them. */
final class Plans {

    private Plans() {}

    static Plan of(String study) {
        return of(StudyRequest.named(study));
    }

    static Plan of(String study, String set) {
        return of(StudyRequest.named(study).with(set));
    }

    static Plan of(StudyRequest request) {
        return new Planner(new StudyFiles(Path.of("")), Scenarios.builtIn(), Document.NAMES, Mnist.FOLDERS)
                .plan(request);
    }

    static Plan quick(String study) {
        return of(new StudyRequest(study, null, true, Map.of(), "", null));
    }

    static Plan withInitializers(String study, String list) {
        return of(new StudyRequest(study, null, false, Map.of(), "", list));
    }

    static Plan withField(String study, String path, String value) {
        return of(new StudyRequest(study, null, false, Map.of(path, value), "", null));
    }
}
