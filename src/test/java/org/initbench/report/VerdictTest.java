package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initbench.testing.Trials.completed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.initbench.document.DocumentRow;
import org.initbench.document.DocumentSection;
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
import org.initbench.stats.SummaryRow;
import org.initbench.testing.Trials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prevents a verdict that is surer than its numbers, or silent about trials that were lost. */
class VerdictTest {

    private final List<TrialResult> trials = new ArrayList<>();
    private final ObjectNode resolved = JsonNodeFactory.instance.objectNode();

    @Test
    void whoeverIsAheadIsSaidToBeSoByHowMuch() {
        accuracies("he_normal", 0.97, 0.98, 0.96);
        accuracies("zeros", 0.11, 0.12, 0.10);
        Finding finding = finding();
        assertThat(finding.sentence())
                .isEqualTo("he_normal has the best test accuracy, 0.97, ahead of zeros (by 0.86).");
        assertThat(finding.details())
                .contains("he_normal: mean test accuracy 0.97 over 3 repetitions, 95 % interval 0.9452 to 0.9948.")
                .contains("he_normal against zeros: better in 3 of 3 repetitions, mean difference 0.86,"
                        + " p < 0.001 by the paired t test.");
    }

    @Test
    void whoeverWinsAndLosesInTurnCannotBeToldApart() {
        accuracies("he_normal", 0.97, 0.95, 0.96);
        accuracies("glorot_normal", 0.96, 0.96, 0.95);
        accuracies("zeros", 0.1, 0.11, 0.1);
        assertThat(finding().sentence())
                .isEqualTo("he_normal (0.96) and glorot_normal (0.9567) cannot be told apart by test accuracy"
                        + " (3 repetitions); both are ahead of zeros (0.1033).");
    }

    /** A leader by mean rank may have the worse mean: order and sentence follow standing and mean alone. */
    @Test
    void theBetterMeanLeadsWhoeverWinsMoreOften() {
        accuracies("often", 0.91, 0.91, 0.91, 0.5);
        accuracies("better", 0.9, 0.9, 0.9, 0.9);
        Field field = field();
        assertThat(field.ordered()).extracting(SummaryRow::init).containsExactly("better", "often");
        assertThat(finding().sentence()).startsWith("better (0.9) and often (0.8075) cannot be told apart");
    }

    @Test
    void aFollowerIsNotSaidToBeBehindALeaderWhoseTestDoesNotSaySo() {
        accuracies("steady", 0.90, 0.91, 0.90, 0.91);
        accuracies("noisy", 0.99, 0.80, 0.99, 0.86);
        accuracies("low", 0.80, 0.81, 0.80, 0.81);
        assertThat(finding().sentence())
                .isEqualTo("noisy (0.91) and steady (0.905) cannot be told apart by test accuracy (4 repetitions);"
                        + " low (0.805) is behind steady.");
    }

    @Test
    void nobodyIsBehindItself() {
        accuracies("steady", 0.90, 0.91, 0.90, 0.91);
        accuracies("noisy", 0.99, 0.80, 0.99, 0.86);
        accuracies("low", 0.80, 0.81, 0.80, 0.81);
        accuracies("lower", 0.70, 0.71, 0.71, 0.71);
        assertThat(finding().sentence())
                .contains("; low (0.805) is behind steady")
                .endsWith("; lower (0.7075) is behind steady and low.");
    }

    @Test
    void equalResultsAreCalledEqual() {
        accuracies("he_normal", 0.9, 0.9, 0.9);
        accuracies("glorot_normal", 0.9, 0.9, 0.9);
        Finding finding = finding();
        assertThat(finding.sentence())
                .isEqualTo("he_normal (0.9) and glorot_normal (0.9) cannot be told apart by test accuracy"
                        + " (3 repetitions).");
        assertThat(finding.details()).contains("he_normal and glorot_normal gave the same in all 3 repetitions.");
    }

    @Test
    void oneRepetitionTellsNothingApart() {
        accuracies("he_normal", 0.97);
        accuracies("zeros", 0.1);
        assertThat(finding().sentence())
                .isEqualTo("In a single repetition, which cannot tell initializers apart, he_normal has the best test"
                        + " accuracy, 0.97; zeros follows with 0.1.");
    }

    @Test
    void twoRepetitionsAreTooFew() {
        accuracies("he_normal", 0.9, 0.8);
        accuracies("zeros", 0.9, 0.8);
        assertThat(finding().sentence())
                .isEqualTo("In two repetitions, too few to tell initializers apart, he_normal and zeros have the same"
                        + " test accuracy, 0.85.");
    }

    @Test
    void wherePeopleLearnedNothingThatIsTheHeadline() {
        accuracies("orthogonal", 0.113, 0.113, 0.113);
        accuracies("zeros", 0.101, 0.1, 0.101);
        trials.replaceAll(trial -> Trials.on(trial, 10_000, 0.1135));
        Finding finding = finding();
        assertThat(finding.sentence())
                .isEqualTo("Nobody learned: no test accuracy is above 0.1135, the share of the largest class.");
        assertThat(finding.details()).anySatisfy(detail -> assertThat(detail).contains("ahead of zeros"));
        assertThat(finding.code()).isEmpty();
    }

    @Test
    void theWinnerIsNamedAsADl4jUserWritesIt() {
        accuracies("he_normal", 0.97, 0.98, 0.96);
        accuracies("zeros", 0.11, 0.12, 0.10);
        trials.replaceAll(trial -> Trials.withCode(trial, "WeightInit.RELU"));
        assertThat(finding().code()).isEqualTo("In DL4J, WeightInit.RELU draws the law of he_normal in this network.");
    }

    @Test
    void ofARunThatIsOlderThanThatNothingIsSaid() {
        accuracies("he_normal", 0.97, 0.98, 0.96);
        accuracies("zeros", 0.11, 0.12, 0.10);
        assertThat(finding().code()).isEmpty();
    }

    @Test
    void ofThoseThatCannotBeToldApartOneThatDl4jHasIsNamed() {
        accuracies("orthogonal", 0.97, 0.95, 0.96);
        accuracies("he_normal", 0.96, 0.96, 0.95);
        trials.replaceAll(trial -> trial.key().init().equals("he_normal")
                ? Trials.withCode(trial, "WeightInit.RELU")
                : Trials.on(trial, 100, 0.5));
        assertThat(finding().code())
                .isEqualTo(
                        "None of DL4J's initializers draws the law of orthogonal in this network; see"
                                + " docs/library.md. WeightInit.RELU draws that of he_normal, which cannot be told apart from it.");
    }

    @Test
    void aTableThatAgreesOpensTheVerdict() {
        accuracies("he_normal", 0.97);
        DocumentRow agreeing = new DocumentRow(
                "s", "base", "he_normal", "train_loss", 0, 1, 1.0, 0.0, 0.1, true, null, null, "", "", 0.1, 1);
        DocumentRow unjudged = new DocumentRow(
                "s", "base", "he_normal", "train_loss", 1, 1, 2.0, 1.0, null, null, null, null, "", "", 0.1, 1);
        Verdict verdict =
                verdict(Metric.TEST_ACCURACY, new DocumentSection.Compared("a book", "", List.of(agreeing, unjudged)));
        assertThat(verdict.lastWords()).containsExactly("1 of 1 printed figures agree.");
        assertThat(verdict.findings()).hasSize(2);
    }

    @Test
    void overANumberTheVerdictSpeaksOfTheTrend() {
        for (int depth : new int[] {5, 30}) {
            for (double noise : new double[] {-0.01, 0, 0.012}) {
                String variant = "network.depth=" + depth;
                trials.add(scored(key(variant, "glorot_normal", 0.1), depth == 5 ? 0.91 - noise : 0.11 + noise));
                trials.add(scored(key(variant, "he_normal", 0.1), 0.91 + (depth == 5 ? noise : -noise)));
            }
        }
        resolved.putObject("grid").putArray("network.depth").add(5).add(30);
        Finding trend = verdict(Metric.TEST_ACCURACY).findings().get(0);
        assertThat(trend.variant()).isEmpty();
        assertThat(trend.sentence())
                .isEqualTo(
                        "As network.depth grows from 5 to 30, test accuracy falls with glorot_normal (0.9093 to 0.1107);"
                                + " it changes by no more than repetitions may differ with he_normal (0.9107 to 0.9093).");
        assertThat(trend.details())
                .containsExactly(
                        "At network.depth 5: glorot_normal and he_normal cannot be told apart.",
                        "At network.depth 30: he_normal is best.");
    }

    @Test
    void whatProbesFoundIsSaidWorstFirstInThreeSentencesAtMost() {
        accuracies("zeros", 0.1, 0.1, 0.1);
        accuracies("he_normal", 0.9, 0.91, 0.92);
        accuracies("dying", 0.5, 0.4, 0.6);
        trials.replaceAll(trial -> switch (trial.key().init()) {
            case "zeros" -> trial.withLayers(List.of(weights(100, 0.1)));
            case "dying" -> trial.withLayers(List.of(activation(0, 0, 0.75), gradient(0), activation(0, 1, 0.9)));
            default -> trial.withLayers(
                    List.of(weights(100, 1.0), activation(0, 0, 0.2), gradient(0), activation(0, 1, 0.9)));
        });
        ended("lost", new Outcome.Diverged("loss NaN"), 1);
        assertThat(finding().details())
                .containsSubsequence(
                        "Symmetric, few or no units of a layer differing in the end: zeros (10 % of the units).",
                        "Dead, most units of a layer being 0 for every example: dying (75 % of the units).");
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
                .extracting(found -> found.variant() + " "
                        + found.sentence().replaceFirst(".*apart, ", "").charAt(0))
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
                .startsWith("Each initializer stands at its own best learning rate: a at 0.1 and b at 1."));
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
        assertThat(finding.code()).as("these trials do not know what DL4J has").isEmpty();
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

    private static LayerRow weights(int iteration, double distinct) {
        return row(iteration, 0, Quantity.WEIGHT, 1, 1, null, null, distinct);
    }

    private static LayerRow activation(int iteration, int layer, double dead) {
        return row(iteration, layer, Quantity.ACTIVATION, 1, 1, null, dead, null);
    }

    private static LayerRow gradient(int layer) {
        return row(0, layer, Quantity.ACTIVATION_GRADIENT, 1, 1, null, null, null);
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
        return row(0, layer, Quantity.ACTIVATION, rms, std, saturated, 0.0, null);
    }

    private static LayerRow row(
            int iteration,
            int layer,
            Quantity quantity,
            double rms,
            double std,
            @Nullable Double saturated,
            @Nullable Double dead,
            @Nullable Double distinct) {
        return new LayerRow(
                iteration,
                layer,
                "layer" + layer,
                quantity,
                new Statistics(10, 0, std, -1, 1, rms, 0, rms),
                saturated,
                dead,
                distinct,
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
                .filter(key -> key.variant().equals(variant.isEmpty() ? TrialKey.BASE : variant)
                        && key.init().equals(init)
                        && key.learningRate() == rate)
                .count();
        return new TrialKey("study", variant, init, rate, (int) repetition);
    }

    private Finding finding() {
        return verdict(Metric.TEST_ACCURACY).findings().get(0);
    }

    private Verdict verdict(Metric metric) {
        return verdict(metric, new DocumentSection.None());
    }

    private Verdict verdict(Metric metric, DocumentSection document) {
        RunResults run = run(metric);
        return Verdict.of(run, RunStatistics.of(run), document);
    }

    private Field field() {
        RunResults run = run(Metric.TEST_ACCURACY);
        return Field.of(run, RunStatistics.of(run), TrialKey.BASE);
    }

    private RunResults run(Metric metric) {
        return new RunResults("study", "A study", metric, Double.NaN, resolved, trials, Trials.layers(trials));
    }
}
