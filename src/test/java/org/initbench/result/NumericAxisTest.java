package org.initbench.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.initbench.testing.Trials;
import org.junit.jupiter.api.Test;

/** Prevents a trend over something that is no number, or over numbers that differ in something else as well. */
class NumericAxisTest {

    @Test
    void theFirstAxisOfNumbersIsTakenAndTheOthersStandApart() throws JsonProcessingException {
        NumericAxis axis = NumericAxis.of(run(
                        "{\"network.activation\": [\"relu\", \"tanh\"], \"network.depth\": [5, 10], \"data.noise\": [0.1, 0.2]}",
                        "network.activation=relu;network.depth=5;data.noise=0.1",
                        "network.activation=tanh;network.depth=10;data.noise=0.1"))
                .orElseThrow();
        assertThat(axis.path()).isEqualTo("network.depth");
        assertThat(axis.numbers()).containsExactly(5.0, 10.0);
        assertThat(axis.others())
                .containsExactly("network.activation=relu;data.noise=0.1", "network.activation=tanh;data.noise=0.1");
        assertThat(axis.number(axis.variants().get(1))).isEqualTo(10);
        assertThat(axis.other(axis.variants().get(1))).startsWith("network.activation=tanh");
    }

    @Test
    void withoutTwoNumbersThereIsNone() throws JsonProcessingException {
        assertThat(NumericAxis.of(run("{}", ""))).isEmpty();
        assertThat(NumericAxis.of(run("{}", "base"))).isEmpty();
        assertThat(NumericAxis.of(run("{\"network.depth\": [5]}", "network.depth=5")))
                .isEmpty();
        assertThat(NumericAxis.of(run("{\"network.depth\": [5, 10]}", "network.depth=5")))
                .isEmpty();
        assertThat(NumericAxis.of(run("{\"network.hidden\": [[1], 2]}", "network.hidden=[1]", "network.hidden=2")))
                .isEmpty();
    }

    private static RunResults run(String grid, String... variants) throws JsonProcessingException {
        List<TrialResult> trials = Arrays.stream(variants)
                .map(variant -> Trials.completed(
                        new TrialKey("study", variant, "zeros", 0.1, 0), Scores.NONE, Scores.NONE, null))
                .toList();
        ObjectNode study = (ObjectNode) new ObjectMapper().readTree("{\"grid\": " + grid + "}");
        return new RunResults("study", "Study", Metric.TEST_ACCURACY, 0.9, study, trials, Trials.layers(trials));
    }
}
