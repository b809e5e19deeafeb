package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.initbench.config.InvalidInputException;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.testing.PageExample;
import org.initbench.testing.Plans;
import org.initbench.trial.StudyRequest;
import org.initbench.trial.TrialRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against an initializer of someone's own that a study cannot name, or whose class a run does not know it by. */
class OwnInitializerTest {

    private static final String STUDY =
            """
            scenario: separable
            network: {hidden: [4], inputInit: com.example.Rademacher(3)}
            data: {train: 20}
            training: {learningRate: 0.1, batchSize: 20, epochs: 1}
            initializers: [com.example.Rademacher, com.example.Rademacher(gain=2)]
            """;

    @TempDir
    private Path folder;

    @Test
    void theExampleOfThePageRunsAndBelongsToTheFingerprint() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = PageExample.of("adding-an-initializer.md").compiled("Rademacher", folder)) {
            Thread.currentThread().setContextClassLoader(loader);
            List<TrialResult> trials = Plans.of(study(STUDY)).trials().stream()
                    .map(new TrialRunner(0)::run)
                    .toList();
            assertThat(trials).extracting(TrialResult::outcome).containsOnly(new Outcome.Completed());
            assertThat(trials)
                    .extracting(trial -> trial.key().init())
                    .containsExactly("com.example.Rademacher", "com.example.Rademacher(gain=2)");
            assertThat(Fingerprint.of(Plans.of(study(STUDY))).fields().path("classes"))
                    .hasToString(
                            "{\"com.example.Rademacher\":\"" + ClassFiles.checksum("com.example.Rademacher") + "\"}");
            String placed = STUDY.replaceFirst("initializers:.*", "initializers: [zeros]");
            assertThat(Fingerprint.of(Plans.of(study(placed))).fields().path("classes"))
                    .as("a class that only inputInit names")
                    .hasSize(1);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void aClassThatIsNotThereIsToldWithItsKey() {
        assertThatThrownBy(() -> Plans.of(study("scenario: separable\ninitializers: [com.example.Nowhere]\n")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("initializers: there is no class com.example.Nowhere on the class path");
    }

    private StudyRequest study(String yaml) throws java.io.IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), yaml);
        return new StudyRequest(null, file, null, false, Map.of(), "", null);
    }
}
