package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initbench.testing.Trials.completed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.initbench.report.Verdict.Finding;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerRow.Statistics;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.RunResults;
import org.initbench.result.Scores;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.RunStatistics;
import org.initbench.testing.Trials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prevents a verdict that is surer than its numbers, or silent about trials that were lost. */
class VerdictTest {

    private final List<TrialResult> trials = new ArrayList<>();

    @Test
    void aLeaderThatWinsEveryTimeIsAheadAndFewRepetitionsAreSaidToBeFew() {
        accuracies("he_normal", 0.97, 0.98, 0.96);
        accuracies("zeros", 0.11, 0.12, 0.10);
        Finding finding = finding();
        assertThat(finding.sentence())
                .isEqualTo("he_normal has the best test accuracy, 0.97, ahead of zeros with 0.11.");
        assertThat(finding.details())
                .contains("he_normal: mean test accuracy 0.97 over 3 repetitions, 95 % interval 0.96 to 0.98.")
                .anySatisfy(detail -> assertThat(detail)
                        .contains("in 3 of 3 repetitions")
                        .contains("probability of improvement 1 (95 % interval 1 to 1), sign test p = 0.25"))
                .anySatisfy(detail -> assertThat(detail).contains("too few to be sure"));
    }

    @Test
    void manyRepetitionsAreNotSaidToBeFew() {
        accuracies("he_normal", .9, .9, .9, .9, .9, .9, .9, .9);
        accuracies("zeros", .1, .1, .1, .1, .1, .1, .1, .1);
        assertThat(finding().details()).noneSatisfy(detail -> assertThat(detail).contains("too few"));
    }

    @Test
    void whoeverWinsAndLosesInTurnCannotBeToldApart() {
        accuracies("he_normal", 0.97, 0.95, 0.96);
        accuracies("glorot_normal", 0.96, 0.96, 0.95);
        accuracies("zeros", 0.1, 0.1, 0.1);
        assertThat(finding().sentence())
                .isEqualTo("he_normal and glorot_normal cannot be told apart by test accuracy with 3 repetitions; "
                        + "he_normal is ahead of the others.");
    }

    @Test
    void equalResultsAreCalledEqual() {
        accuracies("he_normal", 0.9, 0.9, 0.9);
        accuracies("glorot_normal", 0.9, 0.9, 0.9);
        Finding finding = finding();
        assertThat(finding.sentence())
                .isEqualTo("he_normal and glorot_normal cannot be told apart by test accuracy with 3 repetitions.");
        assertThat(finding.details()).contains("Both gave the same in all 3 repetitions.");
    }

    @Test
    void oneRepetitionProvesNothing() {
        accuracies("he_normal", 0.97);
        accuracies("zeros", 0.1);
        assertThat(finding().sentence())
                .isEqualTo(
                        "In a single repetition, he_normal has the best test accuracy, 0.97; zeros follows with 0.1.");
        assertThat(finding().details()).contains("One repetition proves nothing beyond these numbers.");
    }

    @Test
    void twoRepetitionsHaveNoInterval() {
        accuracies("he_normal", 0.9, 0.8);
        accuracies("zeros", 0.9, 0.8);
        assertThat(finding().sentence())
                .isEqualTo("In two repetitions, he_normal and zeros have the same test accuracy, 0.85.");
        assertThat(finding().details()).contains("Two repetitions are too few for an interval.");
    }

    @Test
    void aSingleInitializerHasNobodyToBeat() {
        accuracies("he_normal", 0.9, 0.8, 0.7);
        assertThat(finding().sentence())
                .isEqualTo(
                        "he_normal reached a test accuracy of 0.8; there is no other initializer to compare it with.");
    }

    @Test
    void whereEverythingDivergedThereIsNoWinner() {
        ended("he_normal", new Outcome.Diverged("loss is NaN"), 3);
        ended("zeros", new Outcome.Diverged("loss is NaN"), 3);
        Finding finding = finding();
        assertThat(finding.sentence()).isEqualTo("There is no winner: of 6 trials, 6 diverged.");
        assertThat(finding.details()).contains("zeros: of 3 trials, 3 diverged.");
    }

    @Test
    void whatDivergedAtOnceWasToBeTrainedAllTheSame() {
        ended("he_normal", new Outcome.Diverged("loss NaN at iteration 0"), 3);
        trials.replaceAll(trial -> trial.withLayers(List.of(row(0, 1, 1, null), row(1, 1e30, 1e30, null))));
        assertThat(finding().sentence()).isEqualTo("There is no winner: of 3 trials, 3 diverged.");
    }

    @Test
    void everyWayToEndIsCounted() {
        accuracies("he_normal", 0.9);
        ended("zeros", new Outcome.Diverged("lost"), 2);
        ended("zeros", new Outcome.Failed("broken"), 1);
        ended("fixup", new Outcome.Skipped("no residual branch"), 1);
        Finding finding = finding();
        assertThat(finding.sentence()).isEqualTo("he_normal alone completed, with a test accuracy of 0.9.");
        assertThat(finding.details())
                .contains("zeros: of 3 trials, 2 diverged and 1 failed.", "fixup: of 1 trial, 1 was skipped.");
    }

    @Test
    void aDivergedTrialCostsItsInitializerTheLead() {
        accuracies("he_normal", 0.99, 0.99);
        ended("he_normal", new Outcome.Diverged("lost"), 1);
        accuracies("zeros", 0.5, 0.5, 0.5);
        assertThat(finding().sentence()).contains("cannot be told apart");
        assertThat(finding().details()).contains("he_normal: of 3 trials, 1 diverged.");
    }

    @Test
    void theLowestLossIsTheBest() {
        trials.add(completed(key("", "a", 0.1), new Scores(0.5, null), Scores.NONE, null));
        trials.add(completed(key("", "b", 0.1), new Scores(0.25, null), Scores.NONE, null));
        assertThat(verdict(Metric.TRAIN_LOSS).findings().get(0).sentence())
                .contains("b has the best training loss, 0.25; a follows with 0.5");
    }

    @Test
    void everyVariantHasItsOwnFinding() {
        trials.add(scored(key("depth=5", "a", 0.1), 0.9));
        trials.add(scored(key("depth=5", "b", 0.1), 0.1));
        trials.add(scored(key("depth=9", "a", 0.1), 0.1));
        trials.add(scored(key("depth=9", "b", 0.1), 0.9));
        assertThat(verdict(Metric.TEST_ACCURACY).findings())
                .extracting(found -> found.variant() + " " + found.sentence().charAt(24))
                .containsExactly("depth=5 a", "depth=9 b");
    }

    @Test
    void everyInitializerStandsAtItsOwnBestRate() {
        trials.add(scored(key("", "a", 0.1), 0.9));
        trials.add(scored(key("", "a", 1), 0.2));
        trials.add(scored(key("", "b", 0.1), 0.3));
        trials.add(scored(key("", "b", 1), 0.8));
        Finding finding = finding();
        assertThat(finding.sentence()).contains("a has the best test accuracy, 0.9; b follows with 0.8");
        assertThat(finding.details()).anySatisfy(detail -> assertThat(detail)
                .startsWith("Each initializer stands at its own best learning rate: a at 0.1, b at 1."));
    }

    @Test
    void withoutTrainingTheSignalDecides() {
        signal("he_normal", 1, 0.9, 0.8, 0.0);
        signal("normal(std=1)", 1, 1, 0.9, 0.8);
        signal("normal(std=0.01)", 0.1, 1e-5, 1e-5, 0.0);
        signal("constant(0.1)", 0.5, 0.5, 0.01, 0.0);
        Finding finding = verdict(Metric.TRAIN_LOSS).findings().get(0);
        assertThat(finding.sentence())
                .isEqualTo("he_normal keeps the signal best, from rms 1 in the first layer to 0.9 in the last.");
        assertThat(finding.details())
                .anySatisfy(detail ->
                        assertThat(detail).startsWith("normal(std=1): ").endsWith("80 % saturated; it saturates."))
                .anySatisfy(detail -> assertThat(detail).endsWith("it lets the signal vanish."))
                .anySatisfy(detail -> assertThat(detail).endsWith("it makes the activations nearly constant."));
    }

    @Test
    void theSignalCanBeLostByAll() {
        signal("zeros", 0, 0, 0, null);
        signal("normal(std=1)", 1, 1e5, 1e5, null);
        assertThat(verdict(Metric.TRAIN_LOSS).findings().get(0).sentence())
                .isEqualTo("None of the 2 initializers keeps the signal alive to the last layer.");
    }

    private void accuracies(String init, double... accuracies) {
        for (double accuracy : accuracies) {
            trials.add(scored(key("", init, 0.1), accuracy));
        }
    }

    private void ended(String init, Outcome outcome, int times) {
        for (int i = 0; i < times; i++) {
            trials.add(Trials.of(key("", init, 0.1), outcome, Scores.NONE, Scores.NONE, null, List.of()));
        }
    }

    private void signal(String init, double first, double last, double lastStd, @Nullable Double saturated) {
        trials.add(completed(key("", init, 0), Scores.NONE, Scores.NONE, null)
                .withLayers(List.of(row(0, first, first, saturated), row(4, last, lastStd, saturated))));
    }

    private static LayerRow row(int layer, double rms, double std, @Nullable Double saturated) {
        return new LayerRow(
                0,
                layer,
                "layer" + layer,
                Quantity.ACTIVATION,
                new Statistics(10, 0, std, -1, 1, rms, 0, rms),
                saturated,
                0.0,
                null,
                null,
                List.of());
    }

    private static TrialResult scored(TrialKey key, double accuracy) {
        return completed(key, Scores.NONE, new Scores(null, accuracy), null);
    }

    /** Repetitions count up by themselves. */
    private TrialKey key(String variant, String init, double rate) {
        long repetition = trials.stream()
                .map(TrialResult::key)
                .filter(key -> key.variant().equals(variant) && key.init().equals(init) && key.learningRate() == rate)
                .count();
        return new TrialKey("study", variant, init, rate, (int) repetition);
    }

    private Finding finding() {
        return verdict(Metric.TEST_ACCURACY).findings().get(0);
    }

    private Verdict verdict(Metric metric) {
        RunResults run =
                new RunResults("study", "A study", metric, Double.NaN, JsonNodeFactory.instance.objectNode(), trials);
        return Verdict.of(run, RunStatistics.of(run));
    }
}
