package org.initbench.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against a table whose numbers in between are wrong in their first six digits, for any second moment that a signal may have. */
class TabulatedTest {

    private static final double SIX_DIGITS = 1e-6;

    static Stream<Named<Nonlinearity>> nonlinearities() {
        return Stream.of(
                Named.of("tanh", Nonlinearity.tanh()),
                Named.of("sigmoid", Nonlinearity.sigmoid()),
                Named.of("swish", Nonlinearity.swish(1)),
                Named.of("selu", Nonlinearity.elu(1.0507009873554805, 1.6732632423543772)));
    }

    @ParameterizedTest
    @MethodSource("nonlinearities")
    void numbersInBetweenAreThoseOfIntegrals(Nonlinearity nonlinearity) {
        Tabulated table = new Tabulated(q -> new double[] {nonlinearity.secondMoment(q), nonlinearity.squaredSlope(q)});
        for (double q = 1e-6; q < 1e6; q *= 1.37) {
            double[] found = table.at(q);
            assertThat(found[0] / nonlinearity.secondMoment(q))
                    .as("φ² at %s", q)
                    .isCloseTo(1, within(SIX_DIGITS));
            assertThat(found[1] / nonlinearity.squaredSlope(q))
                    .as("φ′² at %s", q)
                    .isCloseTo(1, within(SIX_DIGITS));
        }
        assertThat(table.at(0)[0]).isEqualTo(nonlinearity.secondMoment(0));
    }
}
