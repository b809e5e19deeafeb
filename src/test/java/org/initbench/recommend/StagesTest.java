package org.initbench.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.initbench.check.CheckRow;
import org.initbench.check.CheckVerdict;
import org.initbench.result.Scores;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.RaceEnd;
import org.initbench.stats.RaceRow;
import org.initbench.stats.RaceRules;
import org.initbench.stats.Spending;
import org.initbench.testing.Trials;
import org.junit.jupiter.api.Test;

/** Prevents stages that spend what they do not have, judge the trials that chose a rate, or come to another answer when read again. */
class StagesTest {

    /** Nothing is indifferent, and no race is given up. */
    private static final RaceRules RULES = new RaceRules(20, 0, Spending.EVEN, Double.POSITIVE_INFINITY);

    /** Losses that depend on initializer, rate and repetition; the same ones each time. */
    private static final class MadeUp implements StageTrials {

        private final List<CheckRow> checks = new ArrayList<>();
        private final List<Wanted> tuned = new ArrayList<>();
        private final List<Wanted> raced = new ArrayList<>();

        MadeUp(String... inits) {
            for (String init : inits) {
                boolean isHopeless = init.startsWith("hopeless");
                checks.add(new CheckRow(
                        "study",
                        TrialKey.BASE,
                        init,
                        1.0,
                        1.0,
                        1.0,
                        1.0,
                        0.0,
                        0.0,
                        1.0,
                        0.01,
                        isHopeless ? CheckVerdict.SYMMETRIC : CheckVerdict.FINE,
                        isHopeless ? "equal" : "",
                        false));
            }
        }

        @Override
        public List<CheckRow> checked() {
            return checks;
        }

        @Override
        public int checks() {
            return 3 * checks.size();
        }

        @Override
        public String whyNoRace() {
            return "";
        }

        @Override
        public List<Double> rates() {
            return List.of(0.1, 0.03, 0.3);
        }

        @Override
        public String target() {
            return "train_loss";
        }

        @Override
        public List<TrialResult> of(Stage stage, List<Wanted> wanted) {
            (stage == Stage.RACE ? raced : tuned).addAll(wanted);
            return wanted.stream().map(MadeUp::trial).toList();
        }

        /** "bad" is worse by far, and better at a rate of 0.3; the others differ by jitter alone. */
        private static TrialResult trial(Wanted wanted) {
            double jitter = Math.floorMod(31 * wanted.init().hashCode() + 17 * wanted.repetition(), 7) / 100.0;
            double loss = wanted.init().startsWith("bad") ? (wanted.learningRate() == 0.3 ? 5 : 6) : 1;
            double ofRate = wanted.learningRate() == 0.03 || wanted.init().startsWith("bad") ? 0 : 0.5;
            TrialKey key =
                    new TrialKey("study", wanted.variant(), wanted.init(), wanted.learningRate(), wanted.repetition());
            return Trials.completed(key, new Scores(loss + ofRate + jitter, null), Scores.NONE, null);
        }
    }

    @Test
    void whoeverCannotLearnIsLeftOutAndEachOfTheOthersHasItsOwnRate() throws Exception {
        MadeUp trials = new MadeUp("hopeless", "good", "bad");
        Recommendation recommendation = Stages.run(trials, RULES, Budget.UNLIMITED);
        assertThat(recommendation.spent()).isEqualTo(new Budget.Spent(9, 2 * 3 * 2, 2 * 5));
        Recommendation.Variant only = recommendation.variants().get(0);
        assertThat(only.race().end()).contains(RaceEnd.ALONE);
        assertThat(only.race().best()).contains("good");
        assertThat(only.race().rate("good")).isEqualTo(0.03);
        assertThat(only.race().rate("bad")).isEqualTo(0.3);
        assertThat(only.rows().get(0)).isEqualTo(RaceRow.without(TrialKey.BASE, "hopeless", "symmetric"));
        assertThat(trials.raced).noneMatch(wanted -> wanted.init().equals("hopeless"));
    }

    /** Fifteen trials of the race's first five rounds have to be left: of 9 + 3·6 + 15 there is room for three rates. */
    @Test
    void ratesAreTriedAsLongAsFiveRoundsAreLeft() throws Exception {
        MadeUp trials = new MadeUp("a", "b", "c");
        Recommendation recommendation = Stages.run(trials, RULES, Budget.of(9 + 9 + 15 + 2));
        assertThat(recommendation.spent()).isEqualTo(new Budget.Spent(9, 9, 15));
        assertThat(trials.tuned.stream().map(Wanted::learningRate).distinct()).containsExactly(0.1, 0.03, 0.3);
        assertThat(trials.tuned).allMatch(wanted -> wanted.repetition() == 0);
        assertThat(recommendation.rounds()).isEqualTo(5);
        assertThat(recommendation.variants().get(0).race().end()).isEmpty();
    }

    @Test
    void aBudgetBelowFiveRoundsIsSpentRoundByRoundAndNothingIsTested() throws Exception {
        Recommendation recommendation = Stages.run(new MadeUp("a", "b", "c"), RULES, Budget.of(9 + 7));
        assertThat(recommendation.spent()).isEqualTo(new Budget.Spent(9, 0, 6));
        assertThat(recommendation.variants().get(0).rows())
                .filteredOn(row -> row.round() == 2)
                .extracting(RaceRow::state)
                .containsOnly("undecided");
    }

    @Test
    void readAgainItComesToTheSame() throws Exception {
        for (int budget = 12; budget < 90; budget += 5) {
            MadeUp first = new MadeUp("a", "b", "c", "bad");
            Recommendation once = Stages.run(first, RULES, Budget.of(budget));
            MadeUp second = new MadeUp("a", "b", "c", "bad");
            Recommendation again = Stages.run(second, RULES, Budget.asSpent(once.spent()));
            assertThat(again.spent()).isEqualTo(once.spent());
            assertThat(again.spent().all()).isLessThanOrEqualTo(budget);
            assertThat(second.tuned).isEqualTo(first.tuned);
            assertThat(second.raced).isEqualTo(first.raced);
            assertThat(again.variants().get(0).rows())
                    .isEqualTo(once.variants().get(0).rows());
        }
    }

    @Test
    void oneAloneNeedsNoRace() throws Exception {
        Recommendation recommendation = Stages.run(new MadeUp("hopeless", "good"), RULES, Budget.UNLIMITED);
        assertThat(recommendation.spent().race()).isZero();
        assertThat(recommendation.variants().get(0).race().best()).contains("good");
    }
}
