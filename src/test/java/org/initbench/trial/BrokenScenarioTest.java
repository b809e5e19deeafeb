package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents one trial of someone's scenario from taking all others with it. */
class BrokenScenarioTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "LINKAGE,     NoSuchMethodError: void a.b.C.gone()",
        "RECURSION,   StackOverflowError",
        "ASSERTION,   AssertionError: two and two",
    })
    void anErrorFailsTheTrialWithAReason(String what, String reason) throws IOException {
        assertThat(outcomes(what)).containsExactly(new Outcome.Failed(reason), new Outcome.Failed(reason));
    }

    /** The JVM tells only once why; the study was planned before, and the class tried there. */
    @ParameterizedTest
    @CsvSource({"INITIALIZER"})
    void aClassThatCannotBeInitializedIsNamed(String what) throws IOException {
        assertThat(outcomes(what)).allSatisfy(outcome -> {
            assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            assertThat(outcome.reason()).startsWith("NoClassDefFoundError: ").contains("Unprepared");
        });
    }

    @Test
    void aLayerThatNoInitializerFillsCostsASentenceAndNoTrial() throws IOException {
        assertThat(outcomes("LSTM")).containsOnly(new Outcome.Completed());
        assertThat(outcomes("FROZEN")).containsOnly(new Outcome.Completed());
        assertThat(Suitability.sentences(Plans.of(request("LSTM")))).isEmpty();
        assertThat(Suitability.sentences(Plans.of(request("FROZEN"))))
                .containsExactly("layer layer0 is frozen and keeps what it holds");
    }

    private List<Outcome> outcomes(String what) throws IOException {
        return Studies.run(request(what)).stream().map(TrialResult::outcome).toList();
    }

    private StudyRequest request(String what) throws IOException {
        Path file = Files.writeString(
                folder.resolve("broken.yaml"),
                "scenario: " + BrokenScenario.class.getName() + "\ninitializers: [zeros, he_normal]\nnetwork: {break: "
                        + what + "}\ntraining: {iterations: 1}\n");
        return new StudyRequest(null, file, null, false, Map.of(), "", null);
    }
}
