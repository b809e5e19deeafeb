package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a long run that does not say on a terminal how far it is, how fast, and for how long. */
@Tag("slow")
class TerminalTest {

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @Test
    void aBarShowsTrialsDoneTheirRateAndTheTimeLeft(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(SCRIPT), "SKIPPED: no " + SCRIPT + " to make a terminal with");
        TroublesomeStudy study = TroublesomeStudy.in(folder, "NONE", 12);
        CommandProcess run = CommandProcess.startOnTerminal(folder, study.command("shown"));
        assertThat(run.exitCode()).as(run.said()).isEqualTo(ExitCode.OK);
        // Done of all, (time gone / time left), rate.
        assertThat(run.said())
                .containsPattern(
                        "trials\\s+\\d+% \\[[=> ]*\\]\\s+\\d+/12 \\(0:00:\\d\\d / [\\d:?]+\\) [\\d.?]+/s normal")
                .contains("12/12")
                .contains("report: file:");
    }
}
