package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initbench.trial.StubbornScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents workers that know a trial by another learning rate than the process that asks them for it. */
class OwnRateRunTest {

    @Test
    void workersRunAndResumeTrialsByTheNetworksOwnRate(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.yaml"),
                "scenario: " + StubbornScenario.class.getName()
                        + "\ninitializers: [glorot_normal]\nnetwork: {own: ADAM}\nrepetitions: 2\n");
        String[] command = {"run", "--config=" + file, "--out=" + folder, "--run=a", "--workers=1"};
        Invocation first = Invocation.of(command);
        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.err())
                .contains("warning: training.learningRate: 0.1 does not reach the network, which brings Adam");
        List<String> rows = Files.readAllLines(folder.resolve("own/a/trials.csv"));
        assertThat(rows.subList(1, rows.size())).hasSize(2).allMatch(row -> row.contains(",glorot_normal,0.25,"));
        assertThat(Invocation.of(command).err()).contains("2 of 2 trials are there from before");
    }
}
