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
 * Kills recommendations at random moments, and compares what comes out in the end with one that nobody touched. The moments follow a
 * fixed seed; in which stage they fall is up to the machine, and must not matter.
 */
@Tag("slow")
class KilledRecommendationsTest {

    private static final int KILLS = 6;
    private static final int LONGEST_MILLIS = 6000;

    @TempDir
    private Path out;

    @Test
    void whateverIsKilledWheneverTheAnswerIsThatOfAnUntouchedOne() throws Exception {
        CommandProcess untouched = CommandProcess.start(out, command("untouched"));
        assertThat(untouched.exitCode()).as(untouched.said()).isEqualTo(ExitCode.OK);
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(20_261_127L);
        int run = 0;
        for (int killed = 0; killed < KILLS; run++) {
            boolean ended = false;
            while (!ended) {
                CommandProcess command = CommandProcess.start(out, command("run" + run));
                if (killed == KILLS || command.endsWithin(random.nextInt(LONGEST_MILLIS))) {
                    assertThat(command.exitCode()).as(command.said()).isEqualTo(ExitCode.OK);
                    ended = true;
                    continue;
                }
                List<ProcessHandle> workers = command.workers();
                command.signal("KILL");
                command.exitCode();
                killed++;
                for (ProcessHandle worker : workers) {
                    assertThat(worker.onExit()).succeedsWithin(Duration.ofMinutes(1));
                }
            }
            for (String table : RecommendCommandTest.TABLES) {
                assertThat(out.resolve("moons/run" + run).resolve(table))
                        .as(table)
                        .hasSameBinaryContentAs(out.resolve("moons/untouched").resolve(table));
            }
        }
    }

    private String[] command(String run) {
        return new String[] {
            "recommend",
            "--scenario=moons",
            "--set=training.iterations=200,curves.every=100",
            "--inits=zeros,he_normal,lsuv",
            "--trials=60",
            "--workers=2",
            "--out=" + out,
            "--run=" + run
        };
    }
}
