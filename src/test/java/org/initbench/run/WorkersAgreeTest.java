package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;
import org.initbench.trial.Plan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against results that depend on the process they were made in, or on how many processes there were. */
class WorkersAgreeTest {

    private static final Plan PLAN = Plans.of(
            "cnn",
            "data.source=shapes,data.train=60,data.test=20,training.epochs=2,training.batchSize=20,repetitions=2,"
                    + "initializers=[he_normal,lsuv,orthogonal],probes.every=1");

    @TempDir
    private static Path out;

    @BeforeAll
    static void runInThisJvm() throws Exception {
        run(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void workersWriteTheBytesThatThisJvmWrites(int workers) throws Exception {
        run(workers);
        List<String> tables = List.of("trials.csv", "curves.csv", "layers.csv", "histograms.csv", "adjustments.csv");
        for (String table : tables) {
            assertThat(folder(workers).resolve(table))
                    .hasSameBinaryContentAs(folder(0).resolve(table));
        }
        assertThat(Files.readString(folder(workers).resolve("manifest.json")))
                .isEqualTo(Files.readString(folder(0).resolve("manifest.json")));
    }

    @Test
    void timingsSayWhoRanATrial() throws Exception {
        assertThat(Files.readAllLines(folder(0).resolve("timings.csv")).subList(1, 7))
                .allMatch(row -> row.split(",", -1)[8].equals("0"));
    }

    /** A recurrent network in float shows the least difference in rounding after some dozen updates. */
    @Test
    void aRecurrentNetworkRoundsAlikeInAWorker() throws Exception {
        Plan adding = Plans.of(
                "adding",
                "grid={},data.length=10,data.train=500,data.test=100,training.iterations=100,initializers=[identity],"
                        + "curves.every=1,probes.at=[]");
        for (int workers : new int[] {0, 1}) {
            try (RunFolder folder = RunFolder.open(out, adding, String.valueOf(workers))) {
                Outcomes.run(adding, folder, WorkerSettings.of(workers), new Notes());
            }
        }
        assertThat(out.resolve("adding/1/curves.csv")).hasSameBinaryContentAs(out.resolve("adding/0/curves.csv"));
    }

    private static Path folder(int workers) {
        return out.resolve("cnn").resolve(String.valueOf(workers));
    }

    private static void run(int workers) throws Exception {
        try (RunFolder folder = RunFolder.open(out, PLAN, String.valueOf(workers))) {
            List<TrialResult> trials = Outcomes.of(PLAN, folder, WorkerSettings.of(workers), new Notes());
            assertThat(trials).extracting(trial -> trial.outcome().status()).containsOnly("completed");
        }
    }
}
