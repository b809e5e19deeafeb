package org.initbench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initbench.result.LayerRow.Bin;
import org.initbench.result.LayerRow.Statistics;
import org.initbench.testing.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against a trial that reads back as another than was kept, down to the last bit and to what was not measured. */
class TrialFilesTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private final TrialFiles files;

    TrialFilesTest(@TempDir Path folder) {
        this.files = new TrialFiles(folder.resolve("trials"));
    }

    static List<Outcome> outcomes() {
        return List.of(
                new Outcome.Completed(),
                new Outcome.Diverged("loss NaN at iteration 3"),
                new Outcome.Failed("\"quoted\"\n\u0000 ünï"),
                new Outcome.Skipped("odd widths"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void everyOutcomeComesBack(Outcome outcome) throws IOException {
        TrialResult trial = Trials.ended("he_normal", 2, outcome);
        files.write(4, trial);
        assertThat(files.read(4)).contains(trial);
    }

    @Test
    void everyPartComesBackToTheLastBit() throws IOException {
        Statistics statistics =
                new Statistics(7, Double.MIN_VALUE, -0.0, -INFINITE, INFINITE, Double.NaN, Math.PI, 1.0 / 3);
        TrialResult trial = new TrialResult(
                new TrialKey("moons", "network.activation=relu;network.depth=5", "normal(std=0.01)", 1e-300, 3),
                new Outcome.Completed(),
                "make_moons",
                15_000,
                15_000,
                new Scores(Double.NaN, null),
                new Scores(null, 0.1),
                0.99,
                INFINITE,
                List.of(new CurvePoint(0, 0, 0.1, new Scores(INFINITE, 0.5), Scores.NONE)),
                List.of(
                        new LayerRow(1, 2, "0_W", Quantity.WEIGHT, statistics, null, 0.5, Double.NaN, null, List.of()),
                        new LayerRow(
                                1,
                                2,
                                "0",
                                Quantity.ACTIVATION,
                                statistics,
                                0.25,
                                null,
                                null,
                                0.75,
                                List.of(new Bin(-INFINITE, 0.1, 3), new Bin(0.1, 0.2, Long.MAX_VALUE)))),
                List.of(new Prediction("test", 1, 0, 0.3, -1, 2)),
                List.of(new PlanePoint(-1.5, 2.5, Math.nextUp(0.5))),
                List.of(new WeightValue(0, 1, "1_b", 2, 3, -4e-320)),
                List.of(new AdjustmentRow(0, "layer0", 1.05, 2)),
                TrialFacts.NONE,
                Kept.ALL,
                new Timing(1.5, 2.5, 0.125, 3, 0));
        files.write(0, trial);
        assertThat(files.read(0)).contains(trial);
    }

    @Test
    void aTrialThatHasNotEndedIsNotThere() throws IOException {
        assertThat(files.read(0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "{\"version\":1,\"trial\":null}", "{\"version\":2}", "[1]", "\u0000\u0000"})
    void aDamagedFileIsNoTrial(String content) throws IOException {
        files.write(0, Trials.withLoss("zeros", 0, 0.5));
        Files.writeString(files.file(0), content);
        assertThat(files.read(0)).isEmpty();
    }
}
