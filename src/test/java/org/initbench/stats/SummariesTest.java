package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initbench.testing.Trials.completed;
import static org.initbench.testing.Trials.ended;
import static org.initbench.testing.Trials.key;
import static org.initbench.testing.Trials.withLoss;

import java.util.ArrayList;
import java.util.List;
import org.initbench.result.Endings;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Scores;
import org.initbench.result.TrialResult;
import org.initbench.stats.SummaryRow.ToTarget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prevents means over trials that did not complete, and population deviations where sample deviations are promised. */
class SummariesTest {

    private static final Metric LOSS = Metric.TRAIN_LOSS;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void countsTrialsByHowTheyEnded() {
        SummaryRow row = only(
                withLoss("a", 0, 0.1),
                withLoss("a", 1, 0.1),
                withLoss("a", 2, 0.1),
                withLoss("a", 3, 0.1),
                ended("a", 4, new Outcome.Diverged("")),
                ended("a", 5, new Outcome.Diverged("")),
                ended("a", 6, new Outcome.Diverged("")),
                ended("a", 7, new Outcome.Failed("")),
                ended("a", 8, new Outcome.Failed("")),
                ended("a", 9, new Outcome.Skipped("")));
        assertThat(row.trials()).isEqualTo(new Endings(10, 4, 3, 2, 1));
    }

    /** Of 2, 4, 9: mean 5, squared deviations 9 + 1 + 16 over n − 1 = 2. */
    @Test
    void meanAndSampleDeviationAreOverCompletedTrials() {
        SummaryRow row = only(
                completed(key("a", 0), new Scores(2.0, null), new Scores(20.0, 0.2), null),
                ended("a", 1, new Outcome.Diverged("")),
                completed(key("a", 2), new Scores(4.0, null), new Scores(40.0, 0.4), null),
                completed(key("a", 3), new Scores(9.0, null), new Scores(90.0, 0.9), null));
        assertSpread(row.trainLoss(), 5, Math.sqrt(13));
        assertSpread(row.testLoss(), 50, 10 * Math.sqrt(13));
        assertSpread(row.testAccuracy(), 0.5, Math.sqrt(0.13));
    }

    /** Ranks of 1, 1 and 2 of two, and accuracies near 1, would have intervals beyond what there is. */
    @Test
    void intervalsEndWhereRanksAndSharesDo() {
        List<TrialResult> trials = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            trials.add(completed(key("a", i), new Scores(i == 2 ? 0.9 : 0.1, 0.999 - 0.01 * i), Scores.NONE, null));
            trials.add(completed(key("b", i), new Scores(0.5, 0.5), Scores.NONE, null));
        }
        SummaryRow row = Summaries.of(trials, LOSS).get(0);
        assertThat(row.rank().interval()).isEqualTo(new Interval(1, 2));
        assertThat(row.trainAccuracy().interval())
                .satisfies(interval -> assertThat(interval.high()).isEqualTo(1));
    }

    @Test
    void oneTrialHasMeansAlone() {
        SummaryRow row = only(withLoss("a", 0, 0.5));
        assertThat(row.trainLoss()).isEqualTo(new Spread(0.5, null, null));
        assertThat(row.testLoss()).isEqualTo(new Spread(null, null, null));
        assertThat(row.testAccuracy()).isEqualTo(new Spread(null, null, null));
    }

    @Test
    void theMedianTakesMissesAsInfinite() {
        assertThat(median(100.0, INFINITY, 200.0)).isEqualTo(200);
        assertThat(median(100.0, 300.0)).isEqualTo(200);
        assertThat(median(100.0, INFINITY, INFINITY)).isEqualTo(INFINITY);
        assertThat(median(100.0, INFINITY)).isEqualTo(INFINITY);
        assertThat(median(INFINITY, INFINITY)).isEqualTo(INFINITY);
    }

    @Test
    void withoutATargetThereIsNoMedian() {
        assertThat(only(withLoss("a", 0, 0.5)).target()).isEqualTo(new ToTarget(null, null));
    }

    @Test
    void rankIsTheMeanOverRepetitions() {
        List<SummaryRow> rows = Summaries.of(
                List.of(
                        withLoss("a", 0, 0.1),
                        withLoss("a", 1, 0.4),
                        withLoss("a", 2, 0.1),
                        withLoss("b", 0, 0.2),
                        withLoss("b", 1, 0.3),
                        withLoss("b", 2, 0.1)),
                LOSS);
        assertThat(rows).extracting(SummaryRow::init).containsExactly("a", "b");
        assertThat(rows).extracting(row -> row.rank().mean()).containsExactly(1.5, 1.5);
    }

    @Test
    void rowsKeepTheOrderOfTheTrials() {
        List<SummaryRow> rows = Summaries.of(
                List.of(withLoss("z", 0, 0.1), withLoss("b", 0, 0.1), withLoss("z", 1, 0.1), withLoss("a", 0, 0.1)),
                LOSS);
        assertThat(rows).extracting(SummaryRow::init).containsExactly("z", "b", "a");
    }

    private static SummaryRow only(TrialResult... trials) {
        List<SummaryRow> rows = Summaries.of(List.of(trials), LOSS);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static @Nullable Double median(double... iterationsToTarget) {
        List<TrialResult> trials = new ArrayList<>();
        for (double iterations : iterationsToTarget) {
            trials.add(completed(key("a", trials.size()), new Scores(1.0, null), Scores.NONE, iterations));
        }
        return Summaries.of(trials, LOSS).get(0).target().iterationsMedian();
    }

    private static void assertSpread(Spread spread, double mean, double std) {
        assertThat(spread.mean()).isCloseTo(mean, within(1e-13));
        assertThat(spread.std()).isCloseTo(std, within(1e-13));
        assertThat(spread.interval()).isNotNull();
    }
}
