package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against an interrupted run that loses what was finished, leaves workers behind, or is mixed with another. */
@Tag("slow")
class EndedRunsTest {

    private final Path folder;

    EndedRunsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void afterCtrlCFinishedTrialsAreKeptAndTheSameCommandGoesOn() throws Exception {
        TroublesomeStudy study = TroublesomeStudy.in(folder, "NONE", 60);
        CommandProcess run = CommandProcess.start(folder, study.command("cut"));
        run.await(line -> line.startsWith("6 of 60 trials"));
        List<ProcessHandle> workers = run.workers();
        run.signal("INT");
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.said())
                .containsPattern("interrupted after \\d+ of 60 trials; finished trials are kept, "
                        + "and the same command with -Drun=cut goes on from there")
                .doesNotContain("Exception", "tried once more", "results:");
        assertAllEnd(workers);

        Invocation again = Invocation.of(study.command("cut"));
        assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.OK);
        assertThat(again.err()).containsPattern("\\d+ of 60 trials are there from before");
        assertThat(Invocation.of(study.command("whole", 0)).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(study.tables("cut")).isEqualTo(study.tables("whole"));
    }

    @Test
    void aRunInThisJvmIsInterruptedLikewise() throws Exception {
        TroublesomeStudy study = TroublesomeStudy.in(folder, "NONE", 60);
        CommandProcess run = CommandProcess.start(folder, study.command("cut", 0));
        run.await(line -> line.startsWith("6 of 60 trials"));
        run.signal("INT");
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.said()).containsPattern("interrupted after \\d+ of 60 trials");
    }

    @Test
    void whileARunIsUnderWayASecondOneIsRefusedAndAfterItsDeathIsNot() throws Exception {
        TroublesomeStudy study = TroublesomeStudy.in(folder, "HANGS", 2);
        CommandProcess first = CommandProcess.start(folder, study.command("taken"));
        first.await(line -> line.startsWith("tiny: "));
        Invocation second = Invocation.of(study.command("taken"));
        assertThat(second.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(second.err()).contains("is in use by another process").hasLineCount(1);
        List<ProcessHandle> workers = first.workers();
        first.signal("KILL");
        first.exitCode();
        assertAllEnd(workers);
        Invocation third = Invocation.of(study.command("taken", "--worker.limit=1"));
        assertThat(third.exitCode()).as(third.err()).isEqualTo(ExitCode.FAILED);
        assertThat(third.out()).contains("no result within 1 s");
    }

    private static void assertAllEnd(List<ProcessHandle> workers) {
        for (ProcessHandle worker : workers) {
            assertThat(worker.onExit()).succeedsWithin(Duration.ofMinutes(1));
        }
    }
}
