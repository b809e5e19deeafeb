package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against a page whose scenario does not compile, or cannot be run by its class name. */
class AddingAScenarioTest {

    @TempDir
    private Path folder;

    @Test
    void theExampleOfThePageCompilesAndItsStudyRuns() throws Exception {
        PageExample page = PageExample.of("adding-a-scenario.md");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = page.compiled("CircleScenario", folder)) {
            Thread.currentThread().setContextClassLoader(loader);
            List<TrialResult> trials = Studies.run(study(page.block("yaml")));
            assertThat(trials).extracting(TrialResult::outcome).containsOnly(new Outcome.Completed());
            assertThat(trials).extracting(TrialResult::dataset).containsOnly("circle");
            assertThat(trials.get(0).test().accuracy()).as("zeros").isLessThan(0.6);
            assertThat(trials.subList(1, 3))
                    .allSatisfy(trial -> assertThat(trial.test().accuracy()).isGreaterThan(0.9));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.Nowhere,there is no class com.example.Nowhere on the class path",
        "java.lang.String,java.lang.String is not a Scenario with a public constructor of two Sections",
        "org.initbench.trial.Loud,org.initbench.trial.Loud is not a Scenario with a public constructor of two Sections",
    })
    void aClassThatIsNoScenarioIsRefused(String name, String message) {
        assertThatThrownBy(() -> Plans.of(study("scenario: " + name + "\ninitializers: [zeros]\n")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("scenario: " + message);
    }

    @Test
    void nothingOfAClassRunsUntilItIsKnownToBeAScenario() {
        assertThatThrownBy(() -> Plans.of(study("scenario: " + Loud.class.getName() + "\ninitializers: [zeros]\n")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(System.getProperty(Loud.PROPERTY)).isNull();
    }

    private StudyRequest study(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("circle.yaml"), yaml);
        return new StudyRequest(null, file, null, false, Map.of(), "", null);
    }
}
