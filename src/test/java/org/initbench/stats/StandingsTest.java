package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initbench.testing.Trials.ended;
import static org.initbench.testing.Trials.key;
import static org.initbench.testing.Trials.on;
import static org.initbench.testing.Trials.withLoss;

import java.util.ArrayList;
import java.util.List;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Scores;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.testing.Trials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prevents standings that say more than the tests, and lost trials that count for nothing. */
class StandingsTest {

    private static final Outcome DIVERGED = new Outcome.Diverged("loss NaN");

    private final List<TrialResult> trials = new ArrayList<>();

    @Test
    void whoeverIsAheadOfAllOthersIsBest() {
        losses("good", 0.1, 0.11, 0.12);
        losses("bad", 0.9, 0.92, 0.91);
        assertThat(standing("good")).isEqualTo(Standing.BEST);
        assertThat(standing("bad")).isEqualTo(Standing.BEHIND);
    }

    /** Test accuracies of the mnist study: three repetitions are enough for a difference of that size. */
    @Test
    void zerosAreBehindHeOnMnist() {
        double[] he = {0.971, 0.9709, 0.9697};
        for (int i = 0; i < 3; i++) {
            trials.add(on(
                    Trials.completed(key("he_normal", i), Scores.NONE, new Scores(null, he[i]), null), 10_000, 0.1135));
            trials.add(
                    on(Trials.completed(key("zeros", i), Scores.NONE, new Scores(null, 0.1135), null), 10_000, 0.1135));
        }
        assertThat(standings(Metric.TEST_ACCURACY).of(TrialKey.BASE, 0.01, "zeros"))
                .isEqualTo(Standing.BEHIND);
    }

    @Test
    void whoeverCannotBeToldApartIsTied() {
        losses("a", 0.1, 0.2, 0.3);
        losses("b", 0.2, 0.1, 0.31);
        losses("bad", 0.9, 1.0, 1.1);
        assertThat(standing("a")).isEqualTo(Standing.TIED);
        assertThat(standing("b")).isEqualTo(Standing.TIED);
        assertThat(standing("bad")).isEqualTo(Standing.BEHIND);
    }

    @Test
    void belowThreePairsNothingIsDecided() {
        losses("a", 0.1, 0.1);
        losses("b", 0.9, 0.9);
        assertThat(standing("a")).isEqualTo(Standing.UNDECIDED);
        assertThat(standing("b")).isEqualTo(Standing.UNDECIDED);
    }

    @Test
    void anInitializerThatMostlyFailedIsUndecidedAndKeepsTheOtherFromBeingBest() {
        losses("a", 0.1, 0.11, 0.12);
        losses("c", 0.5, 0.52, 0.51);
        losses("b", 0.1);
        trials.add(ended("b", 1, new Outcome.Failed("")));
        trials.add(ended("b", 2, new Outcome.Failed("")));
        assertThat(standing("b")).isEqualTo(Standing.UNDECIDED);
        assertThat(standing("a")).isEqualTo(Standing.TIED);
        assertThat(standing("c")).isEqualTo(Standing.BEHIND);
    }

    @Test
    void threeDivergedTrialsAreACountAndTwoAreNot() {
        losses("a", 0.1, 0.2, 0.3);
        lost("three", 3);
        assertThat(standing("three")).isEqualTo(Standing.DIVERGED);
        assertThat(standing("a")).isEqualTo(Standing.BEST);
        trials.clear();
        losses("a", 0.1, 0.2);
        lost("two", 2);
        assertThat(standing("two")).isEqualTo(Standing.UNDECIDED);
    }

    @Test
    void whereAllDivergedNobodyIsBehind() {
        lost("a", 3);
        lost("b", 3);
        assertThat(standing("a")).isEqualTo(Standing.TIED);
        assertThat(standing("b")).isEqualTo(Standing.TIED);
    }

    /** Six of six lost pairs have a p of 2/2^6 = 0.031 by the sign test. */
    @Test
    void whereATrialDivergedSignsAreTestedOverAllPairs() {
        losses("a", 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        losses("b", 0.2, 0.2, 0.2, 0.2, 0.2);
        trials.add(ended("b", 5, DIVERGED));
        assertThat(standing("b")).isEqualTo(Standing.BEHIND);
        assertThat(Comparisons.by(Metric.TRAIN_LOSS, trials).get(0).test()).isEqualTo(new PairedTest(0.03125, 1));
    }

    @Test
    void skippedAndFailedInitializersHaveNoStanding() {
        losses("a", 0.1, 0.2, 0.3);
        trials.add(ended("skipped", 0, new Outcome.Skipped("")));
        assertThat(standing("skipped")).isNull();
    }

    /**
     * Counts of 200 that differ by 1, 1 and 2 have almost no deviation of their own, and a p of 0.057 with it; counting
     * alone makes differences of accuracies deviate by 1/(200·√6).
     */
    @Test
    void accuraciesAreNotSurerThanTheirCounting() {
        for (int i = 0; i < 3; i++) {
            trials.add(accuracy("a", i, 0.9 + 0.005));
            trials.add(accuracy("b", i, 0.9));
        }
        assertThat(Comparisons.by(Metric.TEST_ACCURACY, trials).get(0).test())
                .satisfies(test -> assertThat(test.p()).isGreaterThan(0.05));
        assertThat(standings(Metric.TEST_ACCURACY).of(TrialKey.BASE, 0.01, "b")).isEqualTo(Standing.TIED);
        trials.clear();
        for (int i = 0; i < 3; i++) {
            trials.add(accuracy("a", i, 0.95));
            trials.add(accuracy("b", i, 0.9));
        }
        assertThat(standings(Metric.TEST_ACCURACY).of(TrialKey.BASE, 0.01, "b")).isEqualTo(Standing.BEHIND);
    }

    private static TrialResult accuracy(String init, int repetition, double accuracy) {
        return on(Trials.completed(key(init, repetition), Scores.NONE, new Scores(null, accuracy), null), 200, 0.5);
    }

    private void losses(String init, double... losses) {
        for (int i = 0; i < losses.length; i++) {
            trials.add(withLoss(init, i, losses[i]));
        }
    }

    private void lost(String init, int times) {
        for (int i = 0; i < times; i++) {
            trials.add(ended(init, i, DIVERGED));
        }
    }

    private @Nullable Standing standing(String init) {
        return standings(Metric.TRAIN_LOSS).of(TrialKey.BASE, 0.01, init);
    }

    private Standings standings(Metric metric) {
        return Standings.of(trials, metric);
    }
}
