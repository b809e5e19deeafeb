package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills coordinators and workers at random moments, and compares what comes out in the end with a run that nobody touched.
 * The moments follow a fixed seed; where they fall in the work is up to the machine, and must not matter.
 */
@Tag("slow")
class KilledRunsTest {

    private static final int KILLS = 20;
    private static final int LONGEST_MILLIS = 5000;

    @Test
    void whateverIsKilledWheneverTheTablesAreThoseOfAnUntouchedRun(@TempDir Path folder) throws Exception {
        TroublesomeStudy study = TroublesomeStudy.in(folder, "NONE", 24);
        assertThat(Invocation.of(study.command("untouched")).exitCode()).isEqualTo(ExitCode.OK);
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(20_261_122L);
        int run = 0;
        int killed = 0;
        int coordinators = 0;
        while (killed < KILLS) {
            CommandProcess command = CommandProcess.start(folder, study.command("run" + run));
            if (!command.endsWithin(random.nextInt(LONGEST_MILLIS))) {
                List<ProcessHandle> workers = command.workers();
                killed++;
                if (random.nextBoolean() || workers.isEmpty()) {
                    coordinators++;
                    command.signal("KILL");
                    command.exitCode();
                    for (ProcessHandle worker : workers) {
                        assertThat(worker.onExit()).succeedsWithin(Duration.ofMinutes(1));
                    }
                    continue;
                }
                workers.get(random.nextInt(workers.size())).destroyForcibly();
            }
            assertThat(command.exitCode()).as(command.said()).isEqualTo(ExitCode.OK);
            assertThat(study.tables("run" + run)).isEqualTo(study.tables("untouched"));
            run++;
        }
        assertThat(Invocation.of(study.command("run" + run)).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(study.tables("run" + run)).isEqualTo(study.tables("untouched"));
        assertThat(coordinators).isBetween(1, KILLS - 1);
    }
}
