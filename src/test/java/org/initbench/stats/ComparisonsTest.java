package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initbench.testing.Trials.completed;
import static org.initbench.testing.Trials.ended;
import static org.initbench.testing.Trials.key;
import static org.initbench.testing.Trials.withLoss;

import java.util.List;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Scores;
import org.initbench.result.TrialResult;
import org.initbench.stats.ComparisonRow.Duels;
import org.junit.jupiter.api.Test;

/** Prevents trials of different repetitions from being compared, and lost trials from being counted as anything else. */
class ComparisonsTest {

    private static final Metric LOSS = Metric.TRAIN_LOSS;

    @Test
    void eachPairStandsOnceInTheOrderOfTheStudy() {
        List<ComparisonRow> rows =
                Comparisons.of(List.of(withLoss("z", 0, 0.1), withLoss("b", 0, 0.2), withLoss("a", 0, 0.3)), LOSS);
        assertThat(rows).extracting(row -> row.init() + "-" + row.other()).containsExactly("z-b", "z-a", "b-a");
    }

    @Test
    void theStudysMetricComesBeforeTheOthers() {
        Scores both = new Scores(0.5, 0.5);
        List<ComparisonRow> rows = Comparisons.of(
                List.of(completed(key("a", 0), both, both, null), completed(key("b", 0), both, both, null)),
                Metric.TEST_ACCURACY);
        assertThat(rows)
                .extracting(ComparisonRow::metric)
                .containsExactly(Metric.TEST_ACCURACY, LOSS, Metric.TRAIN_ACCURACY, Metric.TEST_LOSS);
    }

    @Test
    void theLowerLossWins() {
        assertThat(duels(withLoss("a", 0, 0.1), withLoss("b", 0, 0.2))).isEqualTo(new Duels(1, 0, 0, 1));
    }

    @Test
    void aDivergedTrialLosesAgainstACompletedOneAndTiesWithADivergedOne() {
        Outcome diverged = new Outcome.Diverged("loss NaN");
        assertThat(duels(
                        ended("a", 0, diverged),
                        ended("a", 1, diverged),
                        withLoss("a", 2, 1e300),
                        withLoss("b", 0, 1e300),
                        ended("b", 1, diverged),
                        ended("b", 2, diverged)))
                .isEqualTo(new Duels(1, 1, 1, 0));
    }

    @Test
    void failedSkippedAndMissingTrialsMakeNoPair() {
        assertThat(duels(
                        ended("a", 0, new Outcome.Failed("")),
                        withLoss("a", 1, 0.1),
                        withLoss("a", 2, 0.1),
                        withLoss("b", 0, 0.1),
                        ended("b", 1, new Outcome.Skipped(""))))
                .isEqualTo(new Duels(0, 0, 0, 0));
    }

    @Test
    void onlyTrialsOfOneRepetitionMeet() {
        assertThat(duels(withLoss("a", 0, 0.1), withLoss("a", 1, 0.9), withLoss("b", 1, 0.8), withLoss("b", 0, 0.2)))
                .isEqualTo(new Duels(1, 0, 1, 2));
    }

    @Test
    void aLossThatIsNotANumberLosesAndLeavesTheDifferenceOpen() {
        ComparisonRow row = Comparisons.of(
                        List.of(
                                withLoss("a", 0, Double.NaN),
                                withLoss("a", 1, 0.1),
                                withLoss("a", 2, 0.1),
                                withLoss("b", 0, 0.2),
                                withLoss("b", 1, 0.2),
                                withLoss("b", 2, 0.2)),
                        LOSS)
                .get(0);
        assertThat(row.duels()).isEqualTo(new Duels(2, 0, 1, 3));
        assertThat(row.difference().mean()).isNaN();
        assertThat(row.difference().interval()).isNull();
    }

    @Test
    void oneInitializerOrNoTrialsHaveNobodyToMeet() {
        assertThat(Comparisons.of(List.of(withLoss("a", 0, 0.1)), LOSS)).isEmpty();
        assertThat(Comparisons.of(List.of(), LOSS)).isEmpty();
    }

    private static Duels duels(TrialResult... trials) {
        return Comparisons.of(List.of(trials), LOSS).get(0).duels();
    }
}
