package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents a setting that has no effect from being passed over in silence. */
class WarningsTest {

    @TempDir
    private Path folder;

    @Test
    void aRateBesideSeveralRatesIsTold() throws IOException {
        Plan plan = Plans.of(study("training: {learningRate: 0.5, learningRates: [0.1, 0.2]}", false));
        assertThat(plan.trials())
                .extracting(trial -> trial.key().learningRate())
                .containsExactly(0.1, 0.2);
        assertThat(plan.warnings())
                .containsExactly("training.learningRate: 0.5 has no effect beside learningRates; give one of the two");
    }

    @Test
    void aRateThatAnOptionReplacesIsNotTold() throws IOException {
        StudyRequest request = study("training: {learningRate: 0.5}", false).with("training.learningRates=[0.1]");
        assertThat(Plans.of(request).warnings()).isEmpty();
    }

    @Test
    void quickWithoutAQuickSectionIsTold() throws IOException {
        assertThat(Plans.of(study("", true)).warnings())
                .containsExactly("quick: the study has no quick section, so the whole of it is run");
        assertThat(Plans.of(study("quick: {training.iterations: 3}", true)).warnings())
                .isEmpty();
        assertThat(Plans.of(study("", false)).warnings()).isEmpty();
    }

    /** A grid reads the study once a variant, and says it once. */
    @Test
    void aWarningIsGivenOnce() throws IOException {
        StudyRequest request = study("training: {learningRate: 0.5, learningRates: [0.1, 0.2]}", false)
                .with("grid.network.activation=[relu,tanh]");
        assertThat(Plans.of(request).warnings()).hasSize(1);
    }

    private StudyRequest study(String line, boolean isQuick) throws IOException {
        String yaml = "scenario: moons\ninitializers: [zeros]\n" + line + "\n";
        Path file = Files.writeString(folder.resolve("told.yaml"), yaml);
        return new StudyRequest(null, file, null, isQuick, Map.of(), "", null);
    }
}
