package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initbench.testing.Trials.key;
import static org.initbench.testing.Trials.on;

import java.util.Collections;
import java.util.List;
import org.initbench.result.Metric;
import org.initbench.result.Scores;
import org.initbench.result.TrialResult;
import org.initbench.testing.Trials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prevents a winner among networks that learned nothing, and learning that is not seen. */
class LearningTest {

    @Test
    void theShareOfTheLargestClassIsNothingLearned() {
        assertThat(Learning.unbeaten(List.of(scored(0.6, 0.4), scored(0.7, 0.583)), Metric.TEST_ACCURACY))
                .contains(0.583);
    }

    /** 600 of 1,000 where 583 are to be had: p = 0.15, and half of that is not enough either. */
    @Test
    void aLittleMoreMayBeLuck() {
        assertThat(Learning.unbeaten(List.of(scored(0.6, 0.6)), Metric.TEST_ACCURACY))
                .isPresent();
        assertThat(Learning.unbeaten(List.of(scored(0.6, 0.65)), Metric.TEST_ACCURACY))
                .isEmpty();
    }

    /** With p = 0.03 somebody among forty trials is to be expected. */
    @Test
    void theMoreTrialsTheLessLuckCounts() {
        List<TrialResult> one = List.of(scored(0.7, 0.613));
        List<TrialResult> forty = Collections.nCopies(40, scored(0.7, 0.613));
        assertThat(Learning.unbeaten(one, Metric.TEST_ACCURACY)).isEmpty();
        assertThat(Learning.unbeaten(forty, Metric.TEST_ACCURACY)).isPresent();
    }

    @Test
    void aLossBelowThatOfTheBestConstantIsLearned() {
        double constant = -Math.log(0.583);
        assertThat(Learning.unbeaten(List.of(scored(constant, null)), Metric.TEST_LOSS))
                .contains(constant);
        assertThat(Learning.unbeaten(List.of(scored(constant - 0.01, null)), Metric.TEST_LOSS))
                .isEmpty();
    }

    /** An overconfident network has a bad loss and is right all the same. */
    @Test
    void anAccuracyShowsLearningThatTheLossHides() {
        assertThat(Learning.unbeaten(List.of(scored(5.0, 0.9)), Metric.TEST_LOSS))
                .isEmpty();
    }

    @Test
    void whereItIsNotKnownWhatIsToBeHadNothingIsSaid() {
        TrialResult unknown = Trials.completed(key("a", 0), Scores.NONE, new Scores(0.7, 0.1), null);
        assertThat(Learning.unbeaten(List.of(unknown), Metric.TEST_ACCURACY)).isEmpty();
        assertThat(Learning.unbeaten(List.of(), Metric.TEST_ACCURACY)).isEmpty();
    }

    private static TrialResult scored(double loss, @Nullable Double accuracy) {
        return on(Trials.completed(key("a", 0), Scores.NONE, new Scores(loss, accuracy), null), 1000, 0.583);
    }
}
