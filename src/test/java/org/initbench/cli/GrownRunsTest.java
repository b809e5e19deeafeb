package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.result.TrialFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against trials that are made twice, or mixed with those of another study, as a run goes on with more of them. */
class GrownRunsTest {

    private static final List<String> TABLES = List.of(
            "boundary.csv",
            "comparisons.csv",
            "curves.csv",
            "histograms.csv",
            "layers.csv",
            "predictions.csv",
            "rates.csv",
            "summary.csv",
            "trials.csv",
            "weights.csv");

    private final Path out;

    GrownRunsTest(@TempDir Path out) {
        this.out = out;
    }

    @Test
    void aGrownRunHasTheTablesOfOneThatHadItAllFromTheStart() {
        expect(run("grown", "he", "0.01", 1), "", 1);
        expect(run("grown", "he", "0.01", 2), "1 of 2 trials are there from before", 2);
        expect(run("grown", "zeros,he_normal", "0.01", 2), "2 of 4 trials are there from before", 4);
        expect(run("grown", "zeros,he_normal", "0.02,0.01", 3), "4 of 12 trials are there from before", 12);
        expect(run("whole", "zeros,he_normal", "0.02,0.01", 3), "", 12);
        for (String table : TABLES) {
            assertThat(folder("grown").resolve(table))
                    .hasSameBinaryContentAs(folder("whole").resolve(table));
        }
        Invocation report = Invocation.of("report", folder("grown").toString());
        assertThat(report.exitCode()).as(report.err()).isEqualTo(ExitCode.OK);
        for (String table : TABLES) {
            assertThat(folder("grown").resolve(table))
                    .hasSameBinaryContentAs(folder("whole").resolve(table));
        }
    }

    @Test
    void aRunDoesNotShrinkAndNothingElseMayDiffer() {
        expect(run("first", "zeros,he_normal", "0.01,0.02", 2), "", 8);
        refuse(run("first", "zeros,he_normal", "0.01,0.02", 1), "repetitions is 2 there and 1 here");
        refuse(run("first", "zeros", "0.01,0.02", 2), "initializers is [zeros, he_normal] there and [zeros] here");
        refuse(
                run("first", "zeros,he_normal", "0.01", 2),
                "training.learningRates is [0.01, 0.02] there and [0.01] here");
        refuse(run("first", "zeros,he_normal", "0.01,0.02", 3, "--seed=2"), "seed is 1 there and 2 here");
    }

    @Test
    void aFileThatWasDamagedIsSaidAndItsTrialRunAgain() throws IOException {
        expect(run("first", "zeros,he_normal", "0.01", 2), "", 4);
        TrialFiles trials = new TrialFiles(folder("first").resolve("trials"));
        Path damaged = trials.files().get(2);
        int place = List.of("zeros0", "zeros1", "he_normal0", "he_normal1")
                .indexOf(trials.readAny(damaged)
                        .map(trial -> trial.key().init() + trial.key().repetition())
                        .orElseThrow());
        byte[] before = Files.readAllBytes(damaged);
        byte[] table = read("first", "trials.csv");
        byte[] changed = before.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(damaged, changed);
        Invocation again = run("first", "zeros,he_normal", "0.01", 2);
        expect(again, "3 of 4 trials are there from before", 4);
        assertThat(again.err())
                .contains("trial " + place + " (")
                .contains("): its file was damaged or changed; it is run again");
        assertThat(read("first", "trials.csv")).isEqualTo(table);
        assertThat(trials.readAny(damaged)).isPresent();
    }

    private void expect(Invocation run, String said, int rows) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).contains(said);
        assertThat(run.out()).contains(rows == 1 ? ", 1 trial" : ", " + rows + " trials");
    }

    private void refuse(Invocation run, String difference) {
        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err())
                .isEqualTo("initbench: run: " + folder("first") + " holds another study: " + difference
                        + "; give another id" + System.lineSeparator());
    }

    private byte[] read(String run, String table) throws IOException {
        return Files.readAllBytes(folder(run).resolve(table));
    }

    private Path folder(String run) {
        return out.resolve("moons").resolve(run);
    }

    private Invocation run(String id, String inits, String rates, int repetitions, String... more) {
        Stream<String> arguments = Stream.of(
                "run",
                "--scenario=moons",
                "--set=training.iterations=4,curves.every=2",
                "--inits=" + inits,
                "--learningRates=" + rates,
                "--repetitions=" + repetitions,
                "--workers=0",
                "--out=" + out,
                "--run=" + id);
        return Invocation.of(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }
}
