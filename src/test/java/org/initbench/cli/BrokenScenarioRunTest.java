package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.trial.BrokenScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents an error of someone's scenario from reaching the user as a stack trace, before its trials or in them. */
class BrokenScenarioRunTest {

    @ParameterizedTest
    @CsvSource({
        "PREPARATION, initbench: AssertionError: not prepared",
        "ASSERTION,   'initbench: broken: no trial completed; 0 skipped, 1 failed'",
    })
    void oneSentenceIsSaid(String what, String sentence, @TempDir Path folder) throws IOException {
        Invocation run = run(what, folder);
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err().lines()).contains(sentence);
        assertThat(run.err() + run.out()).doesNotContain("\tat ");
    }

    @Test
    void aLayerThatNoInitializerFillsIsToldBeforeItsTrialsRun(@TempDir Path folder) throws IOException {
        Invocation run = run("FROZEN", folder);
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.err().lines()).anyMatch(line -> line.endsWith("layer layer0 is frozen and keeps what it holds"));
    }

    private static Invocation run(String what, Path folder) throws IOException {
        Path study = Files.writeString(
                folder.resolve("broken.yaml"),
                "scenario: " + BrokenScenario.class.getName() + "\ninitializers: [zeros]\nnetwork: {break: " + what
                        + "}\ntraining: {iterations: 1}\n");
        return Invocation.of("run", "--config=" + study, "--workers=0", "--out=" + folder.resolve("out"));
    }
}
