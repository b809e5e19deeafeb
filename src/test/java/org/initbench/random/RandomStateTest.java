package org.initbench.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.initbench.testing.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents seeds and ranges that NumPy refuses from being cut down to ones that it takes. */
class RandomStateTest {

    static Stream<Long> refusedSeeds() {
        return Reference.items("numpy/randomstate-further.json", "refused_seeds")
                .map(JsonNode::longValue);
    }

    @ParameterizedTest
    @MethodSource("refusedSeeds")
    void refusesTheSeedsThatNumpyRefuses(long seed) {
        assertThatThrownBy(() -> new RandomState(seed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(String.valueOf(seed), "4294967295");
    }

    @Test
    void nextSeedGoesOnFromZeroAfterTheLargest() {
        assertThat(RandomState.nextSeed(4294967294L, 1)).isEqualTo(4294967295L);
        assertThat(RandomState.nextSeed(4294967295L, 1)).isZero();
        assertThat(RandomState.nextSeed(4294967295L, 0)).isEqualTo(4294967295L);
        assertThat(RandomState.nextSeed(3, 4)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "3, 2", "-9223372036854775808, -9223372036854775808"})
    void refusesAnEmptyRange(long low, long high) {
        assertThatThrownBy(() -> new RandomState(1).randint(low, high))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(String.valueOf(low), String.valueOf(high));
    }
}
