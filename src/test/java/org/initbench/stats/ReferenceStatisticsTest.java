package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initbench.testing.Trials.completed;
import static org.initbench.testing.Trials.ended;
import static org.initbench.testing.Trials.key;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.statistics.descriptive.Mean;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Scores;
import org.initbench.result.TrialResult;
import org.initbench.testing.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the statistics against those that NumPy and SciPy give ({@code make_statistics.py}). Ends of bootstrap intervals lie
 * within five standard errors of the exact resampling distribution: with another seed than the fixed one all four of them
 * would with a probability above 0.99999.
 */
class ReferenceStatisticsTest {

    private static final double ROUNDING = 1e-12;

    static Stream<JsonNode> spreads() {
        return Reference.items("numpy/statistics.json", "spreads");
    }

    static Stream<JsonNode> corrections() {
        return Reference.items("numpy/statistics.json", "holm");
    }

    static Stream<JsonNode> comparisons() {
        return Reference.items("numpy/statistics.json", "comparisons");
    }

    @ParameterizedTest
    @MethodSource("spreads")
    void aSpreadIsThatOfNumpyAndScipy(JsonNode reference) {
        double[] values = numbers(reference.required("values"));
        Spread spread = Spread.of(values);
        InterquartileMean middle = InterquartileMean.of(values);
        assertValue(spread.mean(), reference.required("mean"));
        assertValue(spread.std(), reference.required("std"));
        assertExact(spread.interval(), reference.required("interval"));
        assertValue(middle.mean(), reference.required("iqm"));
        if (reference.required("iqm_interval").isNull()) {
            assertThat(middle.interval()).isNull();
        } else {
            assertInterval(middle.interval(), reference.required("iqm_interval"));
            assertInterval(
                    Bootstrap.interval(values, sample -> Mean.of(sample).getAsDouble())
                            .orElse(null),
                    reference.required("bootstrap_of_mean"));
        }
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void aComparisonIsThatOfNumpyAndScipy(JsonNode reference) {
        List<TrialResult> trials = new ArrayList<>();
        addTrials(trials, "a", reference.required("values"));
        addTrials(trials, "b", reference.required("others"));
        ComparisonRow row = Comparisons.of(trials, Metric.TEST_ACCURACY).stream()
                .findFirst()
                .orElseThrow();
        assertThat(row.duels().wins()).isEqualTo(reference.required("wins").intValue());
        assertThat(row.duels().ties()).isEqualTo(reference.required("ties").intValue());
        assertThat(row.duels().losses()).isEqualTo(reference.required("losses").intValue());
        assertThat(row.duels().completed())
                .isEqualTo(reference.required("completed").intValue());
        assertValue(row.probabilityOfImprovement(), reference.required("probability"));
        assertExact(row.probabilityInterval(), reference.required("probability_interval"));
        assertValue(row.signTestP(), reference.required("sign_test_p"));
        assertValue(Objects.requireNonNull(row.test()).p(), reference.required("p_value"));
        assertThat(row.pHolm()).isEqualTo(row.test().p());
        assertValue(row.difference().mean(), reference.required("difference_mean"));
        assertValue(row.difference().std(), reference.required("difference_std"));
        if (row.duels().completed() < 3) {
            assertThat(row.difference().interval()).isNull();
        } else {
            assertExact(row.difference().interval(), reference.required("difference_interval"));
        }
    }

    @ParameterizedTest
    @MethodSource("corrections")
    void pValuesAreCorrectedAsHolmDoes(JsonNode reference) {
        double[] adjusted = Holm.adjusted(numbers(reference.required("p")));
        assertThat(adjusted).containsExactly(numbers(reference.required("adjusted")), within(ROUNDING));
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private static void addTrials(List<TrialResult> trials, String init, JsonNode accuracies) {
        for (int i = 0; i < accuracies.size(); i++) {
            JsonNode accuracy = accuracies.required(i);
            trials.add(
                    accuracy.isNull()
                            ? ended(init, i, new Outcome.Diverged("loss NaN"))
                            : completed(key(init, i), Scores.NONE, new Scores(null, accuracy.doubleValue()), null));
        }
    }

    private static void assertValue(@Nullable Double value, JsonNode expected) {
        assertThat(value).isCloseTo(expected.doubleValue(), within(ROUNDING));
    }

    private static void assertExact(@Nullable Interval interval, JsonNode ends) {
        Interval found = Objects.requireNonNull(interval);
        assertValue(found.low(), ends.required(0));
        assertValue(found.high(), ends.required(1));
    }

    private static void assertInterval(@Nullable Interval interval, JsonNode bounds) {
        Interval found = Objects.requireNonNull(interval);
        assertBetween(found.low(), bounds.required(0));
        assertBetween(found.high(), bounds.required(1));
    }

    private static void assertBetween(double end, JsonNode bounds) {
        assertThat(end)
                .isBetween(
                        bounds.required(0).doubleValue() - ROUNDING,
                        bounds.required(1).doubleValue() + ROUNDING);
    }
}
