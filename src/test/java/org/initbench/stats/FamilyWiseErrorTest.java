package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initbench.stats.Simulation.Noise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prevents differences between initializers that are equal: in runs of equal initializers somebody may be called behind in 5 %
 * at most. Where the true share is 5 %, that of a simulation passes the threshold, five standard errors above, with a
 * probability below 3e-7 in each case, and 2e-4 in all of the slow ones together.
 */
class FamilyWiseErrorTest {

    private static final double LEVEL = 0.05;
    private static final double STANDARD_ERRORS = 5;

    static Stream<Simulation> few() {
        return simulations(new int[] {2, 6}, new int[] {3});
    }

    static Stream<Simulation> many() {
        return simulations(new int[] {2, 3, 4, 5, 6, 7, 8}, new int[] {3, 4, 5, 7, 10, 20});
    }

    private static Stream<Simulation> simulations(int[] initializers, int[] repetitions) {
        return Stream.of(Noise.values())
                .flatMap(noise -> IntStream.of(initializers).boxed().flatMap(count -> IntStream.of(repetitions)
                        .mapToObj(each -> new Simulation(noise, count, each))));
    }

    @ParameterizedTest
    @MethodSource("few")
    void equalInitializersAreSeldomToldApart(Simulation simulation) {
        assertThat(simulation.familyWiseError(2000)).isLessThanOrEqualTo(threshold(2000));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("many")
    void equalInitializersAreSeldomToldApartWhateverTheirNumber(Simulation simulation) {
        assertThat(simulation.familyWiseError(4000)).isLessThanOrEqualTo(threshold(4000));
    }

    /** A tenth of the trials diverges, whichever the initializer. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("many")
    void norAreThoseOfWhichSomeDiverge(Simulation simulation) {
        assertThat(simulation.familyWiseError(2000, 0.1)).isLessThanOrEqualTo(threshold(2000));
    }

    private static double threshold(int runs) {
        return LEVEL + STANDARD_ERRORS * Math.sqrt(LEVEL * (1 - LEVEL) / runs);
    }
}
