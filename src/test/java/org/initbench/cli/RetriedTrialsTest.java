package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.run.Troublesome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a run that can never be completed because one of its trials once failed. */
class RetriedTrialsTest {

    @Test
    void aFailedTrialStaysAsItIsUntilItIsAskedForAgain(@TempDir Path folder) throws Exception {
        String yaml =
                """
                scenario: %s
                initializers: [normal(1)]
                data: {trouble: THROWS, once: '%s'}
                training: {learningRate: 0.01, iterations: 3}
                repetitions: 2
                target: {metric: train_loss}
                """
                        .formatted(Troublesome.class.getName(), folder.resolve("done"));
        Path file = Files.writeString(folder.resolve("luck.yaml"), yaml);
        String[] command = {"run", "--config=" + file, "--out=" + folder, "--run=1", "--workers=1"};
        Invocation first = Invocation.of(command);
        assertThat(first.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(first.out()).contains("IllegalStateException: out of luck");

        Invocation again = Invocation.of(command);
        assertThat(again.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(again.err()).contains("2 of 2 trials are there from before");

        Invocation retried =
                Invocation.of("run", "--config=" + file, "--out=" + folder, "--run=1", "--workers=0", "--retry-failed");
        assertThat(retried.exitCode()).as(retried.err()).isEqualTo(ExitCode.OK);
        assertThat(retried.err()).contains("1 of 2 trials are there from before");
        assertThat(Files.readString(folder.resolve("luck/1/trials.csv"))).doesNotContain("failed");
    }

    @Test
    void aSwitchIsTrueOrFalse() {
        Invocation run = Invocation.of("run", "--scenario=moons", "--retry-failed=yes");
        assertThat(run.err())
                .isEqualTo("initbench: retry-failed: yes is not allowed; give true or false" + System.lineSeparator());
    }
}
