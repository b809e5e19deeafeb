package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents an initializer from drawing other weights than its name promises: a wrong fan, gain or distribution. */
class DrawnWeightsTest {

    /** Standard errors; a sound sample is further off with probability 3.8e-8, one of the 152 here with 6e-6. */
    private static final double STANDARD_ERRORS = 5.5;

    static Stream<Arguments> draws() {
        return Promise.all().stream()
                .flatMap(promise -> TestSlots.all().stream().map(slot -> Arguments.of(promise, slot)));
    }

    @ParameterizedTest
    @MethodSource("draws")
    void meanAndVarianceAreAsPromised(Promise promise, Slot slot) {
        double[] weights = weights(promise.spec(), slot);
        double variance = promise.variance().applyAsDouble(slot);
        double count = weights.length;
        double meanError = Math.sqrt(variance / count);
        double ratioError = Math.sqrt((promise.shape().kurtosis - 1) / count);
        double squares = Arrays.stream(weights)
                .map(weight -> (weight - promise.mean()) * (weight - promise.mean()))
                .sum();
        assertThat(Arrays.stream(weights).average())
                .hasValueCloseTo(promise.mean(), within(STANDARD_ERRORS * meanError));
        assertThat(squares / count / variance).isCloseTo(1, within(STANDARD_ERRORS * ratioError));
    }

    /**
     * The tail next to a bound must not be empty either. Of at least 6000 draws none in the last 5 % before the bound has
     * probability 0.95^6000 (uniform) or at most (1 − 0.011)^6000 = 1e-29 (cut at 2 std); none of N(0, 1) beyond 3 has
     * (1 − 0.0027)^6000 = 9e-8.
     */
    @ParameterizedTest
    @MethodSource("draws")
    void weightsFillTheirRangeAndStayInside(Promise promise, Slot slot) {
        double std = Math.sqrt(promise.variance().applyAsDouble(slot));
        double largest = Arrays.stream(weights(promise.spec(), slot))
                .map(weight -> Math.abs(weight - promise.mean()) / std)
                .max()
                .orElseThrow();
        double bound = promise.shape().bound;
        assertThat(largest)
                .isGreaterThan(Double.isInfinite(bound) ? 3 : 0.95 * bound)
                .isLessThanOrEqualTo(bound * (1 + 1e-5));
    }

    @Test
    void constantsAreTheSameEverywhere() {
        for (Slot slot : TestSlots.all()) {
            assertThat(weights("zeros", slot)).hasSize(slot.size()).containsOnly(0);
            assertThat(weights("ones", slot)).containsOnly(1);
            assertThat(weights("constant(-0.25)", slot)).containsOnly(-0.25);
        }
    }

    @ParameterizedTest
    @FieldSource
    void biasesAreZero(String spec) {
        Initializer initializer = Catalog.parse(spec).initializer();
        for (Slot slot : TestSlots.all()) {
            assertThat(Seeding.independent(1, 0).biases(initializer, slot))
                    .hasSize(slot.units())
                    .containsOnly(0);
        }
    }

    static final List<String> biasesAreZero =
            Catalog.types().stream().map(InitializerType::example).toList();

    private static double[] weights(String spec, Slot slot) {
        return Seeding.independent(20, 0).weights(Catalog.parse(spec).initializer(), List.of(slot), 0);
    }
}
