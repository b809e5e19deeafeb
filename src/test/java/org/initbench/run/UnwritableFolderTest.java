package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.run.Troublesome.Trouble;
import org.initbench.trial.Plan;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against a run that goes on although nothing of it can be kept. */
class UnwritableFolderTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aTrialThatCannotBeKeptEndsTheRunWithOneSentence(int workers, @TempDir Path folder) throws Exception {
        Plan plan = TroubledRun.always(folder, Trouble.NONE).plan();
        try (RunFolder run = RunFolder.open(folder, plan, "1")) {
            Files.delete(run.path().resolve("trials"));
            Files.createFile(run.path().resolve("trials"));
            assertThatThrownBy(() -> Outcomes.run(plan, run, TroubledRun.workers(workers), new Notes()))
                    .isInstanceOf(RunStoppedException.class)
                    .hasMessageStartingWith("cannot write to " + run.path() + ": ")
                    .hasMessageEndingWith(
                            "finished trials are kept, and the same command with -Drun=1 goes on from there");
        }
    }
}
