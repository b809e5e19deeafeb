package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.initbench.testing.Trials.key;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Scores;
import org.initbench.result.TrialResult;
import org.initbench.testing.Trials;
import org.junit.jupiter.api.Test;

/** Prevents races that end without a reason, or go on with those of whom it is known that they are behind. */
class RaceTest {

    /** Small differences that change their sign, other ones in each round. */
    private static final double[] JITTER = {0.01, -0.02, 0.015, -0.01, 0.005, -0.012, 0.018, -0.006, 0.011, -0.009};

    @Test
    void whoeverIsBehindLeavesAfterTheFifthRoundAndTheBestIsAlone() {
        Race race = race(Map.of("good", 0.1, "bad", 0.9), 20, 0.005);
        run(race, (init, round) -> loss(init, round, init.equals("good") ? 0.1 : 0.9));
        assertThat(race.end()).contains(RaceEnd.ALONE);
        assertThat(race.round()).isEqualTo(5);
        assertThat(race.best()).contains("good");
        assertThat(race.tied()).isEmpty();
        assertThat(race.rowsAtEnd())
                .filteredOn(row -> row.round() == 5)
                .extracting(RaceRow::init, RaceRow::state)
                .containsExactlyInAnyOrder(tuple("good", "best"), tuple("bad", "behind"));
        assertThat(race.rowsAtEnd())
                .filteredOn(row -> row.round() < 5)
                .extracting(RaceRow::state)
                .containsOnly("in");
        assertThat(race.rowsAtEnd()).filteredOn(row -> row.round() < 5).allMatch(row -> row.p() == null);
        assertThat(race.rate("bad")).isEqualTo(0.9);
    }

    @Test
    void differencesThatDoNotMatterEndIt() {
        Race race = race(Map.of("a", 0.1, "b", 0.1), 20, 0.05);
        run(race, (init, round) -> loss(init, round, 1));
        assertThat(race.end()).contains(RaceEnd.ALIKE);
        assertThat(race.round()).isEqualTo(5);
        assertThat(race.in()).containsExactlyInAnyOrder("a", "b");
        assertThat(race.tied()).hasSize(1);
    }

    @Test
    void equalsAreGivenUpAndItIsSaidHowManyMoreTrialsWouldDecide() {
        Race race = race(Map.of("a", 0.1, "b", 0.1), 20, 0.0001);
        run(race, (init, round) -> loss(init, round, 1));
        assertThat(race.end()).contains(RaceEnd.FUTILE);
        assertThat(race.round()).isLessThan(20);
        assertThat(race.rowsAtEnd())
                .filteredOn(row -> row.round() == race.round())
                .extracting(RaceRow::state)
                .containsExactlyInAnyOrder("best", "tied");
        assertThat(race.moreTrials()).isPresent();
        assertThat(race.moreTrials().getAsDouble()).isGreaterThan(20);
    }

    /** Differences of 1.8, 0, 1.8, 0, …, whose mean is close to their deviation: never enough, and never hopeless before the last round. */
    @Test
    void whatMayStillBeToldGoesOnToTheLastRound() {
        Race race = race(Map.of("a", 0.1, "b", 0.1), 8, 0);
        run(race, (init, round) -> Trials.withLoss(init, round, init.equals("b") && round % 2 == 0 ? 3.8 : 2));
        assertThat(race.end()).contains(RaceEnd.ROUNDS);
        assertThat(race.round()).isEqualTo(8);
        assertThat(race.in()).hasSize(2);
    }

    @Test
    void whoeverLosesAllTrialsLeavesByCounting() {
        Race race = race(Map.of("a", 0.1, "lost", 0.1), 20, 0);
        run(
                race,
                (init, round) -> init.equals("a")
                        ? loss(init, round, 1)
                        : Trials.ended(init, round, new Outcome.Diverged("loss NaN")));
        assertThat(race.end()).contains(RaceEnd.ALONE);
        assertThat(race.round()).isEqualTo(5);
        assertThat(race.rows()).last().extracting(RaceRow::state).isIn("diverged", "in");
        assertThat(race.rows())
                .anyMatch(row -> row.state().equals("diverged") && row.init().equals("lost"));
    }

    /** Twelve lost pairs have a p of 2/2^12 by the sign test, less than a sixteenth of 0.05; ten have not. */
    @Test
    void whereATrialDivergedSignsAreTested() {
        Race race = race(Map.of("a", 0.1, "b", 0.1), 20, 0);
        run(
                race,
                (init, round) -> init.equals("b") && round == 3
                        ? Trials.ended(init, round, new Outcome.Diverged("loss NaN"))
                        : loss(init, round, init.equals("a") ? 1 : 5));
        assertThat(race.end()).contains(RaceEnd.ALONE);
        assertThat(race.round()).isEqualTo(10);
    }

    @Test
    void aFailedTrialTakesItsInitializerOut() {
        Race race = race(Map.of("a", 0.1, "b", 0.1, "c", 0.1), 20, 0);
        run(
                race,
                (init, round) -> init.equals("c") && round == 1
                        ? Trials.ended(init, round, new Outcome.Failed("crash"))
                        : loss(init, round, 1));
        assertThat(race.rows())
                .anyMatch(row -> row.init().equals("c")
                        && row.round() == 2
                        && row.state().equals("failed"));
        assertThat(race.end()).contains(RaceEnd.FUTILE);
        assertThat(race.in()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void oneAloneHasWonAndNobodyHasNot() {
        assertThat(race(Map.of("a", 0.1), 20, 0).end()).contains(RaceEnd.ALONE);
        assertThat(race(Map.of(), 20, 0).end()).contains(RaceEnd.NOBODY);
        assertThat(race(Map.of(), 20, 0).best()).isEmpty();
    }

    /** Accuracies point the other way than losses. */
    @Test
    void theHigherAccuracyWins() {
        Race race = new Race("base", Map.of("a", 0.1, "b", 0.1), Metric.TEST_ACCURACY, new RaceRules(20, 0));
        run(
                race,
                (init, round) -> Trials.on(
                        Trials.completed(
                                key(init, round),
                                Scores.NONE,
                                new Scores(null, (init.equals("a") ? 0.9 : 0.5) + JITTER[round % JITTER.length]),
                                null),
                        200,
                        0.5));
        assertThat(race.in()).containsExactly("a");
        assertThat(race.rows().get(0).mean()).isBetween(0.4, 1.0);
    }

    private static void run(Race race, BiFunction<String, Integer, TrialResult> trial) {
        while (race.end().isEmpty()) {
            Map<String, TrialResult> trials = new LinkedHashMap<>();
            List.copyOf(race.in()).forEach(init -> trials.put(init, trial.apply(init, race.round())));
            race.add(trials);
        }
    }

    private static TrialResult loss(String init, int round, double mean) {
        double jitter = JITTER[Math.floorMod(round + 3 * init.hashCode(), JITTER.length)];
        return Trials.withLoss(init, round, mean + jitter);
    }

    private static Race race(Map<String, Double> rates, int rounds, double indifference) {
        return new Race("base", rates, Metric.TRAIN_LOSS, new RaceRules(rounds, indifference));
    }
}
