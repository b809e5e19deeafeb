package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.initbench.result.CurvePoint;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.result.WeightValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against records that change what they record, and against trials that end in silence. */
class TrainerTest {

    private static final String MINIBATCHES =
            "initializers=[he_normal],training.batchSize=32,training.epochs=3,probes.at=[],";

    @Test
    void aTrialThatDivergesIsStoppedWithItsIteration() {
        TrialResult trial = run("initializers=[he_normal],training.learningRate=1e9,training.iterations=500");
        assertThat(trial.outcome()).isInstanceOf(Outcome.Diverged.class);
        assertThat(trial.outcome().reason()).matches("loss \\S+ at iteration \\d+");
        CurvePoint last = trial.curve().get(trial.curve().size() - 1);
        assertThat(trial.outcome().reason()).endsWith(" " + last.iteration());
        assertThat(trial.iterations()).isEqualTo(last.iteration() + 1).isLessThan(500);
        assertThat(trial.train().loss()).isEqualTo(last.train().loss());
    }

    /** With a penalty above the limit and a data loss below it, the trial must not diverge. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void divergenceIsJudgedByTheDataLossWhateverIsRecorded(int every) {
        TrialResult trial = run("initializers=[normal(1)],training.l2=5,training.divergence=100,"
                + "training.iterations=20,training.learningRate=0.0001,curves.every=" + every + ",curves.evaluate="
                + every);
        assertThat(trial.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(trial.curve()).allSatisfy(point -> assertThat(loss(point)).isLessThan(100));
    }

    @Test
    void theLossOfARecordedIterationIsThatOfTheDataAlone() {
        String common = "initializers=[normal(1)],training.iterations=1,";
        CurvePoint without = run(common + "training.l2=0").curve().get(0);
        CurvePoint with = run(common + "training.l2=3").curve().get(0);
        assertThat(loss(with)).isCloseTo(loss(without), within(1e-12));
    }

    @Test
    void recordingMoreOftenLeavesTheTrainedNetworkAsItIs() {
        List<WeightValue> rarely = run(MINIBATCHES + "curves.every=epoch").weights();
        List<WeightValue> often =
                run(MINIBATCHES + "curves.every=1,curves.evaluate=1").weights();
        assertThat(often).isEqualTo(rarely);
    }

    /** What is measured goes DL4J's way, which rounds otherwise than a plan of steps. */
    @Test
    void measuringMoreOftenLeavesTheTrainedNetworkAsItIsUpToRounding() {
        List<WeightValue> rarely = run(MINIBATCHES + "probes.every=0").weights();
        List<WeightValue> often = run(MINIBATCHES + "probes.every=1").weights();
        assertThat(often).hasSameSizeAs(rarely);
        for (int i = 0; i < often.size(); i++) {
            assertThat(often.get(i).value()).isCloseTo(rarely.get(i).value(), within(1e-12));
        }
    }

    @Test
    void theLastRowOfTheCurveIsTheTrainedNetworkOnAllExamples() {
        TrialResult trial = run(MINIBATCHES + "curves.every=1");
        CurvePoint last = trial.curve().get(trial.curve().size() - 1);
        assertThat(trial.iterations()).isEqualTo(30);
        assertThat(last.iteration()).isEqualTo(30);
        assertThat(last.train()).isEqualTo(trial.train());
        assertThat(last.test()).isEqualTo(trial.test());
        assertThat(trial.curve()).hasSize(31);
    }

    @Test
    void aTargetIsReachedAtItsFirstRecordedIterationOrNever() {
        String common = "initializers=[he_normal],training.iterations=300,curves.every=10,curves.evaluate=10,";
        TrialResult reached = run(common + "target.value=0.8");
        CurvePoint first = reached.curve().stream()
                .filter(point -> Objects.requireNonNull(point.test().accuracy()) >= 0.8)
                .findFirst()
                .orElseThrow();
        assertThat(reached.iterationsToTarget()).isEqualTo(first.iteration()).isPositive();
        assertThat(run(common + "target.value=2").iterationsToTarget()).isInfinite();
    }

    @Test
    void biasesStandInRowZeroOfTheWeights() {
        TrialResult trial = run("initializers=[he_normal],training.iterations=5");
        List<WeightValue> biases = trial.weights().stream()
                .filter(value -> value.name().equals("0_b") && value.iteration() == 5)
                .toList();
        assertThat(biases).hasSize(10).allMatch(value -> value.row() == 0);
        assertThat(biases.stream().map(WeightValue::column)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void anInitializerThatCannotServeIsSkippedAndTheRunGoesOn() {
        List<TrialResult> trials =
                Studies.run("moons", "initializers=[looks_linear,zeros],training.iterations=2,probes.at=[]");
        assertThat(trials.get(0).outcome()).isInstanceOf(Outcome.Skipped.class);
        assertThat(trials.get(0).outcome().reason()).contains("even widths");
        assertThat(trials.get(1).outcome()).isInstanceOf(Outcome.Completed.class);
    }

    private static TrialResult run(String assignments) {
        return Studies.run("moons", assignments).get(0);
    }

    private static double loss(CurvePoint point) {
        return Objects.requireNonNull(point.train().loss());
    }
}
