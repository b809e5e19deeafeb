package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initbench.testing.Trials.completed;
import static org.initbench.testing.Trials.ended;
import static org.initbench.testing.Trials.key;
import static org.initbench.testing.Trials.withLoss;

import java.util.ArrayList;
import java.util.List;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Scores;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prevents a lost trial from winning by figures it should not have, and equals from being told apart. */
class RankingTest {

    private static final Metric LOSS = Metric.TRAIN_LOSS;
    private static final Metric ACCURACY = Metric.TEST_ACCURACY;

    @Test
    void lowestLossIsFirst() {
        assertThat(ranks(LOSS, withLoss("a", 0, 0.3), withLoss("b", 0, 0.1), withLoss("c", 0, 0.2)))
                .containsExactly(3.0, 1.0, 2.0);
    }

    @Test
    void highestAccuracyIsFirst() {
        assertThat(ranks(ACCURACY, withAccuracy("a", 0.7), withAccuracy("b", 0.9), withAccuracy("c", 0.8)))
                .containsExactly(3.0, 1.0, 2.0);
    }

    @Test
    void equalsShareTheMeanOfTheirRanks() {
        assertThat(ranks(
                        LOSS,
                        withLoss("a", 0, 0.2),
                        withLoss("b", 0, 0.1),
                        withLoss("c", 0, 0.2),
                        withLoss("d", 0, 0.2),
                        withLoss("e", 0, 0.4)))
                .containsExactly(3.0, 1.0, 3.0, 3.0, 5.0);
    }

    @Test
    void divergedTrialsShareTheLastRanks() {
        Outcome diverged = new Outcome.Diverged("loss NaN");
        for (Metric metric : List.of(LOSS, ACCURACY)) {
            TrialResult poor = completed(key("poor", 0), new Scores(1e6, 0.0), new Scores(1e6, 0.0), null);
            assertThat(ranks(metric, ended("a", 0, diverged), poor, ended("b", 0, diverged)))
                    .containsExactly(2.5, 1.0, 2.5);
        }
    }

    @Test
    void completedTrialsRankAboveDivergedOnesWhateverTheirLoss() {
        Outcome diverged = new Outcome.Diverged("loss NaN");
        for (double loss : new double[] {Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThat(ranks(LOSS, ended("a", 0, diverged), withLoss("b", 0, loss)))
                    .containsExactly(2.0, 1.0);
        }
    }

    @Test
    void failedAndSkippedTrialsHaveNoRankAndTakeNone() {
        assertThat(ranks(
                        LOSS,
                        ended("a", 0, new Outcome.Failed("no memory")),
                        withLoss("b", 0, 0.2),
                        ended("c", 0, new Outcome.Skipped("not square")),
                        withLoss("d", 0, 0.1)))
                .containsExactly(null, 2.0, null, 1.0);
    }

    @Test
    void aTrialWithoutTheFigureHasNoRank() {
        assertThat(ranks(ACCURACY, withLoss("a", 0, 0.1), withAccuracy("b", 0.5)))
                .containsExactly(null, 1.0);
    }

    @Test
    void repetitionsVariantsAndLearningRatesAreRankedApart() {
        assertThat(ranks(
                        LOSS,
                        withLoss("a", 0, 0.9),
                        withLoss("a", 1, 0.8),
                        at(new TrialKey("moons", "bias=false", "a", 0.01, 0)),
                        at(new TrialKey("moons", "", "a", 0.1, 0))))
                .containsExactly(1.0, 1.0, 1.0, 1.0);
    }

    private static TrialResult at(TrialKey key) {
        return completed(key, new Scores(0.5, null), Scores.NONE, null);
    }

    private static TrialResult withAccuracy(String init, double accuracy) {
        return completed(key(init, 0), Scores.NONE, new Scores(null, accuracy), null);
    }

    private static List<@Nullable Double> ranks(Metric metric, TrialResult... trials) {
        Ranking ranking = Ranking.atCommonRate(List.of(trials), metric);
        List<@Nullable Double> ranks = new ArrayList<>();
        for (TrialResult trial : trials) {
            ranks.add(ranking.of(trial));
        }
        return ranks;
    }
}
