package org.initbench.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.initbench.testing.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents a generator that leaves NumPy's path: a sign-extended seed, a draw too many, a forgotten spare normal. */
class RandomStateVectorsTest {

    static Stream<JsonNode> basicVectors() {
        return Reference.items("numpy/numpy-randomstate.json", "vectors");
    }

    static Stream<JsonNode> furtherVectors() {
        return Reference.items("numpy/randomstate-further.json", "vectors");
    }

    @ParameterizedTest
    @MethodSource("basicVectors")
    void drawsWhatNumpyDrawsToTheLastBit(JsonNode vector) {
        RandomState state = new RandomState(vector.required("seed").longValue());
        for (Map.Entry<String, JsonNode> call : calls(vector)) {
            assertThat(NumpyCall.replay(state, call.getKey())).as(call.getKey()).isEqualTo(numbers(call.getValue()));
        }
    }

    @ParameterizedTest
    @MethodSource("furtherVectors")
    void followsNumpyThroughManyRefillsAndWideRanges(JsonNode vector) {
        RandomState state = new RandomState(vector.required("seed").longValue());
        for (Map.Entry<String, JsonNode> call : calls(vector)) {
            List<? extends Number> drawn = NumpyCall.replay(state, call.getKey());
            List<Number> expected = numbers(call.getValue());
            if (call.getKey().contains("normal")) {
                assertWithinTwoUlp(call.getKey(), drawn, expected);
            } else {
                assertThat(drawn).as(call.getKey()).isEqualTo(expected);
            }
        }
    }

    /**
     * NumPy takes the logarithm from the C library, which may round otherwise than the JDK: one ulp there is at most two
     * in a standard normal, and two of the larger term where a mean is added.
     */
    private static void assertWithinTwoUlp(String call, List<? extends Number> drawn, List<Number> expected) {
        assertThat(drawn).as(call).hasSameSizeAs(expected);
        double scale = call.contains("scale10.0") ? 10.0 : 0.0;
        for (int i = 0; i < drawn.size(); i++) {
            double value = expected.get(i).doubleValue();
            assertThat(Math.abs(drawn.get(i).doubleValue() - value))
                    .as("%s, number %d", call, i)
                    .isLessThanOrEqualTo(2 * Math.ulp(Math.max(Math.abs(value), scale)));
        }
    }

    private static List<Map.Entry<String, JsonNode>> calls(JsonNode vector) {
        return vector.properties().stream()
                .filter(entry -> entry.getValue().isArray())
                .toList();
    }

    private static List<Number> numbers(JsonNode values) {
        List<Number> numbers = new ArrayList<>();
        values.forEach(
                value -> numbers.add(value.isIntegralNumber() ? (Number) value.longValue() : value.doubleValue()));
        return numbers;
    }
}
