package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.initbench.result.TheoryGap;
import org.initbench.result.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against predictions for pictures, means, sums and normalizations that are not what is measured. */
class TheoryThroughLayersTest {

    private static final int REPETITIONS = 40;

    @TempDir
    private Path folder;

    /**
     * Five standard errors of the mean over repetitions, a false alarm in about 6 of 10 million rows, and the bias of order 1/n that
     * saturating activations have. Of an output with its two units there are too few numbers.
     */
    @ParameterizedTest
    @CsvSource({"borders,7", "means,4", "rows,7", "batches,2"})
    void signalsAndGradientsAreThoseThatAreMeasured(String kind, int rows) throws IOException {
        List<TrialResult> trials = run("network.kind=" + kind + ",repetitions=" + REPETITIONS);
        int last =
                trials.get(0).layers().stream().mapToInt(LayerRow::layer).max().orElseThrow();
        Map<String, double[]> ratios = ratios(trials, last);
        assertThat(ratios).hasSizeGreaterThanOrEqualTo(rows);
        assertAgree(ratios, TheoryNetworks.CHANNELS, 0.1);
    }

    /** The same of residual blocks, whose branches begin by He's rule or end in zeros. */
    @ParameterizedTest
    @CsvSource({"he_normal,14", "zero_residual,9"})
    void residualBlocksOfLayersAreWhatTheoryMakesOfThem(String init, int rows) {
        List<TrialResult> trials = Studies.run(
                "residual",
                "grid={},network.blocks=3,data.source=synthetic,data.train=64,data.test=64,training.epochs=1,probes.at=[0],initializers=["
                        + init + "],repetitions=" + REPETITIONS);
        Map<String, double[]> ratios = ratios(trials, 7);
        assertThat(ratios).hasSizeGreaterThanOrEqualTo(rows);
        assertAgree(ratios, 100, 0.12);
    }

    @Test
    void residualBlocksOfConvolutionsAreWhatTheoryMakesOfThem() {
        List<TrialResult> trials = Studies.run(
                "resnet",
                "grid={},network.batchNorm=false,network.blocks=2,network.channels=32,data.source=shapes,data.train=32,data.test=32,"
                        + "training.epochs=1,probes.at=[0],initializers=[he_normal],repetitions=20");
        Map<String, double[]> ratios = ratios(trials, 5);
        assertThat(ratios).hasSizeGreaterThanOrEqualTo(11);
        assertAgree(ratios, 32, 0.25);
        assertThat(trials.get(0).facts().gaps())
                .extracting(TheoryGap::name, TheoryGap::reason)
                .containsExactly(tuple(
                        "out", "theory has no covariance between positions behind the activation of a residual sum"));
    }

    @Test
    void whereTheorySaysNothingThereIsAReason() {
        List<TrialResult> trials = Studies.run(
                "cnn",
                "data.source=shapes,data.train=32,data.test=32,training.epochs=1,probes.at=[0],initializers=[he_normal]");
        TrialResult trial = trials.get(0);
        assertThat(trial.facts().gaps())
                .extracting(TheoryGap::layer, TheoryGap::quantity)
                .containsExactly(
                        tuple(0, Quantity.ACTIVATION_GRADIENT),
                        tuple(1, Quantity.ACTIVATION),
                        tuple(2, Quantity.ACTIVATION));
        assertThat(trial.facts().gaps())
                .extracting(TheoryGap::reason)
                .containsOnly("max pooling: theory has no formula for the maximum of correlated values");
        assertThat(trial.layers())
                .filteredOn(row -> row.layer() > 0)
                .extracting(LayerRow::theoryRms)
                .containsOnlyNulls();
    }

    private List<TrialResult> run(String assignments) throws IOException {
        Path file = Files.writeString(
                folder.resolve("theory.yaml"),
                "scenario: " + TheoryNetworks.class.getName() + "\ninitializers: [he_normal]\n"
                        + "training: {iterations: 1, batchSize: 0, learningRate: 0.01}\nprobes: {at: [0]}\n");
        return Studies.run(new StudyRequest(null, file, null, false, Map.of(), assignments, null));
    }

    private static void assertAgree(Map<String, double[]> ratios, int width, double largestError) {
        ratios.forEach((row, values) -> {
            double standardError = StandardDeviation.of(values).getAsDouble() / Math.sqrt(values.length);
            assertThat(standardError).as(row).isLessThan(largestError);
            assertThat(Mean.of(values).getAsDouble()).as(row).isCloseTo(1, within(1.0 / width + 5 * standardError));
        });
    }

    /** Of measured mean squares to those of theory, by quantity and layer, where theory has one; outputs are left out. */
    private static Map<String, double[]> ratios(List<TrialResult> trials, int output) {
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            for (LayerRow row : trial.layers()) {
                Double theory = row.theoryRms();
                if (theory != null && row.iteration() == 0 && row.layer() < output && theory > 0) {
                    ratios.computeIfAbsent(row.quantity() + " " + row.name(), fresh -> new ArrayList<>())
                            .add(Math.pow(row.statistics().rms() / theory, 2));
                }
            }
        }
        return ratios.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
