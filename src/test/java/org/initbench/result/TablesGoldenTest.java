package org.initbench.result;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.initbench.result.LayerRow.Bin;
import org.initbench.result.LayerRow.Statistics;
import org.initbench.result.Tables.LayerBin;
import org.initbench.result.Tables.Part;
import org.initbench.testing.Golden;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents columns that move or swap their values, and numbers written as the machine's country writes them. */
class TablesGoldenTest {

    private static final LayerRow GRADIENTS = new LayerRow(
            5,
            1,
            "1_W",
            Quantity.ACTIVATION_GRADIENT,
            new Statistics(20, 0.5, 0.25, -1, 2, 0.75, 0.125, 0.6),
            0.1,
            0.2,
            0.3,
            0.4,
            List.of(new Bin(Double.NEGATIVE_INFINITY, -1, 4), new Bin(-1, 2, 16)));

    private static final LayerRow BIASES = new LayerRow(
            5,
            2,
            "2_b",
            Quantity.BIAS,
            new Statistics(
                    1,
                    Double.NaN,
                    Double.NaN,
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.NaN,
                    0,
                    Double.NaN),
            null,
            null,
            null,
            null,
            List.of());

    private static final TrialResult TRIAL = new TrialResult(
            new TrialKey("moons", "network.activation=relu", "normal(mean=0,std=10)", 0.01, 0),
            new Outcome.Completed(),
            "make_moons",
            15000,
            14999,
            new Scores(1e-300, 1.0),
            new Scores(0.1 + 0.2, 0.99, new RegressionScores(2.5, 1.25, -0.5)),
            1.0,
            Double.POSITIVE_INFINITY,
            List.of(
                    new CurvePoint(1000, 7, 0.001, new Scores(0.25, 0.75), Scores.NONE),
                    new CurvePoint(
                            2000, 14, 1e-6, new Scores(Double.MIN_VALUE, 1.0), new Scores(Double.MAX_VALUE, 0.5))),
            List.of(GRADIENTS, BIASES),
            List.of(new Prediction("test", 9, 1, 0.875, -0.25, 1.5)),
            List.of(new PlanePoint(-1.5, 2, 0.0625)),
            List.of(new WeightValue(0, 2, "2_W", 4, 3, -1.7886284734303186)),
            List.of(new AdjustmentRow(2, "layer2", 1.03125, 3)),
            List.of(new PredictedValue("test", 4, 1, 2.5, 0.1 + 0.2)),
            List.of(
                    new SpectrumRow(0, 1, "1_W", "weight", 0, 1.25, 1.5),
                    new SpectrumRow(0, 2, "layer2", "jacobian", 7, 0.0, null)),
            TrialFacts.NONE,
            Kept.ALL,
            new Timing(2.5, 6000, 0.125, 3, 268435456));

    private static final TrialResult LOST = new TrialResult(
            new TrialKey("moons", "", "zeros", 1e-4, 1),
            new Outcome.Diverged("loss \"NaN\", at iteration 3"),
            "make_moons",
            3,
            1,
            new Scores(Double.NaN, null),
            Scores.NONE,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            TrialFacts.NONE,
            Kept.ALL,
            new Timing(1, 3, 0, 0, 0));

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    interface Writing {
        void into(Path folder) throws IOException;
    }

    static Stream<Arguments> tables() {
        return Stream.of(Locale.ROOT, Locale.GERMANY)
                .flatMap(locale -> Stream.of(
                        table(locale, Tables.TRIALS, Stream.of(TRIAL, LOST)),
                        table(locale, Tables.TIMINGS, Stream.of(TRIAL)),
                        table(locale, Tables.CURVES, parts(TRIAL.curve())),
                        table(locale, Tables.LAYERS, parts(TRIAL.layers())),
                        table(
                                locale,
                                Tables.HISTOGRAMS,
                                parts(GRADIENTS.histogram().stream()
                                        .map(bin -> new LayerBin(GRADIENTS, bin))
                                        .toList())),
                        table(locale, Tables.PREDICTIONS, parts(TRIAL.predictions())),
                        table(locale, Tables.PREDICTED_VALUES, parts(TRIAL.predictedValues())),
                        table(locale, Tables.BOUNDARY, parts(TRIAL.boundary())),
                        table(locale, Tables.WEIGHTS, parts(TRIAL.weights())),
                        table(locale, Tables.ADJUSTMENTS, parts(TRIAL.adjustments())),
                        table(locale, Tables.SPECTRUM, parts(TRIAL.spectrum()))));
    }

    private static <R> Arguments table(Locale locale, Table<R> table, Stream<R> rows) {
        Writing writing = folder -> table.write(folder, rows);
        return arguments(locale, table.fileName(), writing);
    }

    private static <T> Stream<Part<T>> parts(List<T> items) {
        return items.stream().map(item -> new Part<>(TRIAL, item));
    }

    @ParameterizedTest(name = "{1} under {0}")
    @MethodSource("tables")
    void writesTheGoldenFile(Locale locale, String fileName, Writing writing, @TempDir Path folder) throws IOException {
        Locale.setDefault(locale);
        writing.into(folder);
        Golden.assertSame(folder.resolve(fileName));
    }
}
