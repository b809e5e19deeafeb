package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.initbench.result.LayerRow;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.SpectrumRow;
import org.initbench.result.TrialResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The effects that the studies of depth, width and memory are there to show, on drawn digits where they take pictures. */
@Tag("slow")
class StudiesOfTodayTest {

    private static final String DIGITS = "data.source=synthetic,";

    /**
     * A layer without a living unit makes the output the same for every input. The shares are those of 200,000 networks that NumPy drew, for inputs
     * of both signs; 1,000 networks are further off with probability 4e-8.
     */
    @ParameterizedTest
    @CsvSource({"2, 0.909575", "3, 0.63001"})
    void narrowNetworksAreBornDead(int width, double share) {
        List<TrialResult> trials = Studies.run(
                "dead",
                "repetitions=1000,keep.histograms=0,initializers=[he_normal],grid.network.width=[" + width + "]");
        long dead = trials.stream()
                .filter(trial -> trial.layers().stream()
                        .anyMatch(row -> row.deadUnitFraction() != null && row.deadUnitFraction() == 1))
                .count();
        assertThat(dead / 1000.0).isCloseTo(share, within(5.5 * Math.sqrt(share * (1 - share) / 1000)));
    }

    @Test
    void fiveLayersLearnByTheDefaultsOfKerasAndDl4jAndNotByPytorchs() {
        Studies.run("defaults", DIGITS + "repetitions=1,probes.at=[],grid.network.depth=[5]")
                .forEach(trial -> {
                    if (trial.key().init().equals("pytorch_default")) {
                        assertThat(accuracy(trial)).isLessThan(0.2);
                    } else {
                        assertThat(accuracy(trial)).as(trial.key().init()).isGreaterThan(0.5);
                    }
                });
    }

    @Test
    void theBestRateFallsWithTheWidthUnderHeAndStaysUnderMup() {
        List<TrialResult> trials = Studies.run(
                "width",
                DIGITS + "repetitions=1,probes.at=[],probes.change=false,grid.network.width=[64,512],"
                        + "training.learningRates=[1e-3,2e-3,4e-3,8e-3,1.6e-2]");
        assertThat(bestRate(trials, "he_normal", 512)).isLessThan(bestRate(trials, "he_normal", 64));
        assertThat(bestRate(trials, "mup(base=64)", 512) / bestRate(trials, "mup(base=64)", 64))
                .isBetween(0.5, 2.0);
    }

    private static double bestRate(List<TrialResult> trials, String init, int width) {
        return trials.stream()
                .filter(trial ->
                        trial.key().init().equals(init) && trial.key().variant().endsWith("=" + width))
                .min(Comparator.comparingDouble(
                        trial -> Objects.requireNonNull(trial.train().loss())))
                .orElseThrow()
                .key()
                .learningRate();
    }

    @Test
    void activationsMoveAsFarAtAnyWidthUnderMupAndFartherInWiderNetworksUnderHe() {
        List<TrialResult> trials = Studies.run(
                "width",
                DIGITS + "repetitions=1,data.train=640,training.iterations=10,grid.network.width=[64,1024],"
                        + "training.learningRates=[5e-4],probes.at=[0,1,3]");
        for (int updates : new int[] {1, 3}) {
            assertThat(change(trials.get(3), updates) / change(trials.get(1), updates))
                    .as("mup after " + updates)
                    .isBetween(0.7, 1.4);
            assertThat(change(trials.get(2), updates) / change(trials.get(0), updates))
                    .as("he after " + updates)
                    .isGreaterThan(1.5);
        }
        assertThat(firstOutputs(trials.get(3)) / firstOutputs(trials.get(1)))
                .as("16 times the width, 1/4 of the outputs, of 10 units")
                .isBetween(0.125, 0.5);
    }

    private static double change(TrialResult trial, int updates) {
        return rms(trial, Quantity.ACTIVATION_CHANGE, updates);
    }

    private static double firstOutputs(TrialResult trial) {
        return rms(trial, Quantity.PREACTIVATION, 0);
    }

    /** Of the last layer that has it. */
    private static double rms(TrialResult trial, Quantity quantity, int iteration) {
        return trial.layers().stream()
                .filter(row -> row.quantity() == quantity && row.iteration() == iteration)
                .max(Comparator.comparingInt(LayerRow::layer))
                .orElseThrow()
                .statistics()
                .rms();
    }

    @Test
    void withoutNormalizationHeIsLostWhereFixupAndZeroResidualsTrainAndWithItAllTrain() {
        Studies.run("resnet", DIGITS + "repetitions=1,probes.at=[],grid.network.blocks=[15]")
                .forEach(trial -> {
                    boolean isNormalized = trial.key().variant().contains("batchNorm=true");
                    if (!isNormalized && trial.key().init().equals("he_normal")) {
                        boolean isLost = trial.outcome() instanceof Outcome.Diverged || accuracy(trial) < 0.3;
                        assertThat(isLost).as("diverged, or stalled").isTrue();
                    } else {
                        assertThat(accuracy(trial)).as(trial.key().toString()).isGreaterThan(0.5);
                    }
                });
    }

    /** 200 fair coins are further from a half with probability 1e-5. */
    @ParameterizedTest
    @CsvSource({"80, forget(0), forget(1)", "160, forget(0), chrono(160)"})
    void openForgetGatesKeepASignThatOthersLose(int length, String loses, String keeps) {
        String study = "repetitions=1,probes.at=[],initializers=[glorot_uniform],grid={},data.length=" + length
                + ",network.biasInit=";
        assertThat(accuracy(Studies.run("lstm", study + loses).get(0))).isBetween(0.34, 0.66);
        assertThat(accuracy(Studies.run("lstm", study + keeps).get(0))).isGreaterThan(0.9);
    }

    @Test
    void thirtyTanhLayersTrainAtTheEdgeOfChaosAndOnNeitherSideOfIt() {
        Studies.run("phase", DIGITS + "repetitions=1,probes.at=[],grid.network.depth=[30]")
                .forEach(trial -> {
                    if (trial.key().init().contains("scale=1.761")) {
                        assertThat(accuracy(trial)).isGreaterThan(0.4);
                    } else {
                        assertThat(accuracy(trial)).as(trial.key().init()).isLessThan(0.25);
                    }
                });
    }

    /** Over six other repetitions the loss under orthogonal weights was .55 to .73 times the others' where layers are linear, .76 to .93 times with tanh. */
    @ParameterizedTest
    @CsvSource({"linear, 0.8", "tanh, 0.97"})
    void deepAutoencodersLearnFasterFromOrthogonalWeightsThanFromGaussianOnes(String activation, double share) {
        List<TrialResult> trials = Studies.run(
                "autoencoder",
                DIGITS + "repetitions=1,probes.at=[],training.epochs=2,grid.network.activation=[" + activation + "]");
        double orthogonal = loss(trials, "orthogonal");
        for (String gaussian : List.of("glorot_normal", "lecun_normal")) {
            assertThat(orthogonal).as(gaussian).isLessThan(share * loss(trials, gaussian));
        }
        assertThat(conditions(trials, "orthogonal")).allMatch(condition -> condition < 1.001);
        assertThat(conditions(trials, "lecun_normal")).allMatch(condition -> condition > 10);
    }

    /** Who knows nothing has a loss of 0.61 or more, by the share of sequences whose first word comes again. */
    @ParameterizedTest
    @CsvSource({"none, 3", "after, 2"})
    void sixteenBlocksWithoutNormalizationOrWithItAfterwardsTrainFromTFixupAndNotFromGlorot(
            String normalization, int epochs) {
        List<TrialResult> trials = Studies.run(
                "transformer",
                "probes.at=[],data.test=100,initializers=[glorot_uniform,t_fixup],grid.network.blocks=[16],"
                        + "grid.network.normalization=[" + normalization + "],training.epochs=" + epochs);
        assertThat(of(trials, "glorot_uniform").train().loss()).isGreaterThan(0.6);
        assertThat(of(trials, "t_fixup").train().loss()).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"glorot_uniform, 1000, 1e5", "t_fixup, 0.9, 1.2"})
    void withoutNormalizationSignalsGrowThroughBlocksUnderGlorotAndNotUnderTFixup(
            String init, double low, double high) {
        TrialResult trial = Studies.run(
                        "transformer",
                        "probes.at=[0],data.train=64,training.epochs=1,initializers=[" + init
                                + "],grid.network.blocks=[16],grid.network.normalization=[none]")
                .get(0);
        assertThat(activation(trial, "block15_add2") / activation(trial, "positions"))
                .isBetween(low, high);
    }

    private static double activation(TrialResult trial, String layer) {
        return trial.layers().stream()
                .filter(row -> row.iteration() == 0
                        && row.quantity() == Quantity.ACTIVATION
                        && row.name().equals(layer))
                .findFirst()
                .orElseThrow()
                .statistics()
                .rms();
    }

    private static double loss(List<TrialResult> trials, String init) {
        return Objects.requireNonNull(of(trials, init).test().loss());
    }

    private static TrialResult of(List<TrialResult> trials, String init) {
        return trials.stream()
                .filter(trial -> trial.key().init().equals(init))
                .findFirst()
                .orElseThrow();
    }

    /** Of the square matrices of hidden layers, how many times their smallest singular value the largest is. */
    private static List<Double> conditions(List<TrialResult> trials, String init) {
        Map<String, List<Double>> values = of(trials, init).spectrum().stream()
                .filter(row -> row.layer() > 0 && row.layer() < 10)
                .collect(Collectors.groupingBy(
                        SpectrumRow::name, Collectors.mapping(SpectrumRow::value, Collectors.toList())));
        return values.values().stream()
                .map(all -> Collections.max(all) / Collections.min(all))
                .toList();
    }

    private static double accuracy(TrialResult trial) {
        return Objects.requireNonNull(trial.test().accuracy());
    }
}
