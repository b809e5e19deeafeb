package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Prevents a plan that no memory holds from being made before anyone is told. */
@Timeout(60)
class TrialLimitTest {

    private static final String MULTIPLY =
            " trials are asked for, and a study may have 1000000; repetitions, initializers,"
                    + " training.learningRates and the lists of grid multiply";

    @Test
    void tooManyTrialsAreCountedAndNotMade() {
        assertRefused(
                "initializers=[zeros,ones],training.learningRates=[1,2,3],repetitions=1000000000",
                "repetitions: 6000000000" + MULTIPLY);
        assertRefused(
                "initializers=[zeros],grid.network.activation=[relu,tanh],repetitions=500001",
                "repetitions: 1000002" + MULTIPLY);
    }

    @Test
    void tooManyVariantsAreCountedAndNotMade() {
        String values = IntStream.range(1, 1001).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        assertRefused(
                "grid.training.batchSize=" + values + ",grid.training.iterations=" + values + ",grid.probes.every="
                        + values,
                "grid: its lists multiply to 1000000000 variants, and a study may have 10000; give fewer values");
    }

    @Test
    void whatIsWithinTheLimitIsPlanned() {
        assertThat(Plans.of("moons", "initializers=[zeros],repetitions=1000").trials())
                .hasSize(1000);
    }

    private static void assertRefused(String set, String sentence) {
        assertThatThrownBy(() -> Plans.of("moons", set))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(sentence);
    }
}
