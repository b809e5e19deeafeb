package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.initbench.result.CurvePoint;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Scores;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.RateRow.Best;
import org.initbench.testing.Reference;
import org.initbench.testing.Trials;
import org.junit.jupiter.api.Test;

/** Prevents a rate at which trials were lost from being called the best one, and rates from being compared unpaired. */
class RatesTest {

    private static final double[] RATES = {0.001, 0.01, 0.1};
    private static final double ROUNDING = 1e-12;

    @Test
    void everyFigureIsThatOfNumpyAndScipy() {
        JsonNode reference =
                Reference.items("numpy/statistics.json", "rates").findFirst().orElseThrow();
        List<RateRow> rows = Rates.of(trials(reference), Metric.TRAIN_LOSS);
        assertThat(rows).hasSize(12);
        for (int i = 0; i < rows.size(); i++) {
            RateRow row = rows.get(i);
            int init = i / 3;
            int rate = i % 3;
            Best best = Objects.requireNonNull(row.best());
            assertThat(row.init()).isEqualTo("init" + init);
            assertThat(row.learningRate()).isEqualTo(RATES[rate]);
            JsonNode mean = reference.required("means").required(init).required(rate);
            if (mean.isNull()) {
                assertThat(row.values().mean()).isNull();
            } else {
                assertThat(row.values().mean()).isCloseTo(mean.doubleValue(), within(ROUNDING));
            }
            assertThat(row.rank()).isCloseTo(at(reference.required("common_ranks"), init, rate), within(ROUNDING));
            int bestRate = reference.required("best").required(init).intValue();
            assertThat(best.learningRate()).isEqualTo(RATES[bestRate]);
            assertThat(row.isBest()).isEqualTo(rate == bestRate);
            assertThat(best.rank())
                    .isCloseTo(
                            reference.required("ranks_at_best").required(init).doubleValue(), within(ROUNDING));
            assertThat(best.sensitivity())
                    .isCloseTo(reference.required("sensitivity").required(init).doubleValue(), within(ROUNDING));
        }
    }

    @Test
    void aSingleRateHasNoTable() {
        assertThat(Rates.of(List.of(Trials.withLoss("a", 0, 0.1), Trials.withLoss("b", 0, 0.2)), Metric.TRAIN_LOSS))
                .isEmpty();
    }

    @Test
    void anInitializerOfWhichEveryTrialFailedHasNoBestRate() {
        List<TrialResult> trials = List.of(failed(0.1), failed(1));
        assertThat(Rates.of(trials, Metric.TRAIN_LOSS))
                .extracting(RateRow::best)
                .containsOnlyNulls();
    }

    @Test
    void sensitivityIsUnknownWhereADivergedTrialHasNoUntrainedFigure() {
        TrialResult lost = Trials.ended("a", 0, new Outcome.Diverged("loss NaN"));
        TrialResult kept =
                Trials.completed(new TrialKey("moons", "", "a", 1, 0), new Scores(0.1, null), Scores.NONE, null);
        Best best = Rates.of(List.of(lost, kept), Metric.TRAIN_LOSS).get(0).best();
        assertThat(best).isEqualTo(new Best(1, 1.0, null, Standing.UNDECIDED));
    }

    private static TrialResult failed(double rate) {
        return Trials.of(
                new TrialKey("moons", "", "a", rate, 0),
                new Outcome.Failed(""),
                Scores.NONE,
                Scores.NONE,
                null,
                List.of());
    }

    private static List<TrialResult> trials(JsonNode reference) {
        List<TrialResult> trials = new ArrayList<>();
        JsonNode losses = reference.required("losses");
        for (int init = 0; init < losses.size(); init++) {
            for (int rate = 0; rate < RATES.length; rate++) {
                for (int repetition = 0; repetition < 3; repetition++) {
                    JsonNode loss = losses.required(init).required(rate).required(repetition);
                    double untrained = at(reference.required("untrained"), init, repetition);
                    trials.add(Trials.of(
                            new TrialKey("moons", "", "init" + init, RATES[rate], repetition),
                            loss.isNull() ? new Outcome.Diverged("loss NaN") : new Outcome.Completed(),
                            new Scores(loss.isNull() ? Double.NaN : loss.doubleValue(), null),
                            Scores.NONE,
                            null,
                            List.of(new CurvePoint(0, 0, RATES[rate], new Scores(untrained, null), Scores.NONE))));
                }
            }
        }
        return trials;
    }

    private static double at(JsonNode table, int row, int column) {
        return table.required(row).required(column).doubleValue();
    }
}
