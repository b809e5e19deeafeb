package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.initbench.config.StudyFiles;
import org.initbench.data.DataFolders;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.scenario.Scenarios;
import org.initbench.testing.Mnist;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents the way from files of images to a trained network from being walked only where MNIST is. */
class ImagesFromFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "cnn"})
    void aStudyTrainsOnFilesOfMnistsForm(String study) {
        DataFolders folders = new DataFolders(List.of(Mnist.DRAWN), Path.of("target", "no-cache"), false);
        Planner planner = new Planner(new StudyFiles(Path.of("")), Scenarios.builtIn(), folders);
        Plan plan = planner.plan(StudyRequest.named(study)
                .with("data.source=idx,data.train=20,data.test=10,initializers=[he_normal],repetitions=1,"
                        + "training.iterations=60,training.batchSize=20"));
        TrialResult trial = new TrialRunner(0).run(plan.trials().get(0));
        assertThat(trial.outcome()).isEqualTo(new Outcome.Completed());
        assertThat(trial.dataset()).isEqualTo("drawn-digits");
        assertThat(trial.train().accuracy()).as("twenty images are soon learnt").isGreaterThan(0.9);
    }
}
