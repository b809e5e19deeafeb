package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.initbench.result.LayerRow;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against an activation study that measures another network than the classic one. */
class ActivationsStudyTest {

    private static final int REPETITIONS = 3;

    private static List<TrialResult> trials = List.of();

    @BeforeAll
    static void runAFewRepetitions() {
        trials = Studies.run("activations", "repetitions=" + REPETITIONS);
    }

    @Test
    void everyPointOfTheGridIsRunWithEveryInitializer() {
        assertThat(trials).hasSize(3 * 4 * REPETITIONS);
        assertThat(trials.stream().map(trial -> trial.key().variant()).distinct())
                .containsExactly("network.activation=sigmoid", "network.activation=tanh", "network.activation=relu");
    }

    @Test
    void everyLayerHasWeightsPreActivationsActivationsAndHistograms() {
        for (TrialResult trial : trials) {
            assertThat(trial.layers()).hasSize(5 * 3);
            for (int layer = 0; layer < 5; layer++) {
                assertThat(row(trial, layer, Quantity.WEIGHT).statistics().count())
                        .isEqualTo(100 * 100);
                assertThat(row(trial, layer, Quantity.ACTIVATION).statistics().count())
                        .isEqualTo(1000 * 100);
                assertThat(row(trial, layer, Quantity.PREACTIVATION).histogram())
                        .filteredOn(bin -> Double.isFinite(bin.low()) && Double.isFinite(bin.high()))
                        .hasSize(30)
                        .allMatch(bin -> bin.low() >= 0 && bin.high() <= 1);
            }
        }
    }

    /** Fewer examples measured than there are, minibatches, and the two inputs that get a plane where there are classes. */
    @ParameterizedTest
    @ValueSource(strings = {"probes.examples=7", "training.batchSize=7", "data.inputs=2"})
    void examplesWithoutLabelsNeedNone(String assignment) {
        TrialResult trial = Studies.run("activations", "repetitions=1,initializers=[he_normal]," + assignment)
                .get(0);
        assertThat(trial.outcome()).isEqualTo(new Outcome.Completed());
        long examples = assignment.endsWith("=7") ? 7 : 1000;
        assertThat(row(trial, 0, Quantity.ACTIVATION).statistics().count()).isEqualTo(examples * 100);
    }

    @Test
    void smallWeightsCollapseTheActivationsOfTanh() {
        double last =
                mean("tanh", "normal(std=0.01)", 4, row -> row.statistics().std());
        assertThat(last).isLessThan(1e-4);
    }

    @Test
    void largeWeightsSaturateSigmoidAndTanhInEveryLayer() {
        for (int layer = 0; layer < 5; layer++) {
            assertThat(mean("tanh", "normal(std=1)", layer, ActivationsStudyTest::saturated))
                    .isGreaterThan(0.8);
            assertThat(mean("sigmoid", "normal(std=1)", layer, ActivationsStudyTest::saturated))
                    .isGreaterThan(0.6);
        }
    }

    /** Mean-field values of wide layers, which layers of 100 units follow to within about 1 %. */
    @Test
    void theTanhLadderOfLecunNormalFollowsMeanFieldTheory() {
        double[] expected = {0.628, 0.486, 0.408, 0.358, 0.322};
        for (int layer = 0; layer < 5; layer++) {
            assertThat(mean("tanh", "lecun_normal", layer, row -> row.statistics()
                            .std()))
                    .isCloseTo(expected[layer], within(0.01));
        }
    }

    @Test
    void heKeepsTheScaleOfReluWhereLecunHalvesItsSquareInEachLayer() {
        for (int layer = 0; layer < 5; layer++) {
            double he = mean("relu", "he_normal", layer, row -> row.statistics().rms());
            double lecun =
                    mean("relu", "lecun_normal", layer, row -> row.statistics().rms());
            assertThat(lecun / he).isCloseTo(Math.pow(2, -(layer + 1) / 2.0), within(1e-9));
        }
    }

    @Test
    void saturationIsEmptyForRelu() {
        assertThat(trials.stream()
                        .filter(trial -> trial.key().variant().endsWith("relu"))
                        .flatMap(trial -> trial.layers().stream()))
                .allMatch(row -> row.saturatedFraction() == null);
    }

    private static double saturated(LayerRow row) {
        return Objects.requireNonNull(row.saturatedFraction());
    }

    private static double mean(String activation, String init, int layer, ToDoubleFunction<LayerRow> value) {
        return trials.stream()
                .filter(trial -> trial.key().variant().equals("network.activation=" + activation))
                .filter(trial -> trial.key().init().equals(init))
                .mapToDouble(trial -> value.applyAsDouble(row(trial, layer, Quantity.ACTIVATION)))
                .average()
                .orElseThrow();
    }

    private static LayerRow row(TrialResult trial, int layer, Quantity quantity) {
        return trial.layers().stream()
                .filter(row -> row.layer() == layer && row.quantity() == quantity)
                .findFirst()
                .orElseThrow();
    }
}
