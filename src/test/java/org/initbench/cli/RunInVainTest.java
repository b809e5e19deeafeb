package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents a script from going on as if a run in which nothing was trained had come to something. */
class RunInVainTest {

    private static final String MOONS = "--scenario=moons --workers=0 --set=training.iterations=2,probes.at=[]";

    @TempDir
    private Path folder;

    /** Moons has 2 inputs, 10 hidden units and 1 output: looks_linear needs even widths, and is skipped. */
    @ParameterizedTest
    @CsvSource({
        "looks_linear, '', 1, 'initbench: moons: no trial completed; 1 skipped, 0 failed'",
        "'looks_linear,zeros', '', 0, ''",
        "normal(1e20), ',training.divergence=1e-9', 0, ''",
    })
    void exitCodeOneIsForARunThatCameToNothing(String inits, String set, int exitCode, String sentence) {
        String command = "run --out=" + folder + " " + MOONS + set + " --inits=" + inits;
        Invocation run = Invocation.of(command.split(" "));
        assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(exitCode);
        if (sentence.isEmpty()) {
            assertThat(run.err()).doesNotContain("initbench: ");
        } else {
            assertThat(run.err().lines()).contains(sentence);
        }
    }

    @Test
    void aRunOfFailedTrialsAloneSaysSo() throws Exception {
        TroublesomeStudy study = TroublesomeStudy.in(folder, "THROWS", 2);
        Invocation run = Invocation.of(study.command("failed", 0));
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err().lines()).contains("initbench: tiny: no trial completed; 0 skipped, 2 failed");
    }
}
