package org.initbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initbench.conformance.Law.Evidence;
import org.initbench.conformance.Moments.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards against shapes that do not tell fans apart, and fans that count the wrong things. */
class LawTest {

    /** As wide as the widest interval of the audit: a twentieth on each side. */
    private static final double REACH = 1.05;

    @ParameterizedTest
    @EnumSource
    void theAuditedShapesTellEveryFanFromTheOthers(Fan fan) {
        List<Evidence> evidence = Shape.AUDITED.stream()
                .map(shape -> new Evidence(shape, new Interval(2 / fan.of(shape) / REACH, 2 / fan.of(shape) * REACH)))
                .toList();
        Law law = Law.of(evidence).orElseThrow();
        assertThat(law.fan()).isEqualTo(fan);
        assertThat(law.scale()).isCloseTo(2, within(1e-9));
        assertThat(law.allows(2)).isTrue();
        assertThat(law.allows(2.2)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 1, 1",
        "FAN_IN, 60, 720",
        "FAN_OUT, 100, 240",
        "FAN_AVG, 80, 480",
        "FAN_GEO_AVG, 77.45966692414834, 415.6921938165306",
        "LARGER_SIDE, 100, 720",
        "STRIDED_FAN_OUT, 100, 60",
        "STRIDED_FAN_AVG, 80, 390",
        "CHANNELS_AVG, 80, 32"
    })
    void fansAreThoseOfThePapers(Fan fan, double dense, double convolution) {
        assertThat(fan.of(Shape.dense(60, 100))).isEqualTo(dense);
        assertThat(fan.of(Shape.convolution(48, 16, 3, 5, 2))).isCloseTo(convolution, within(1e-12));
    }

    @Test
    void varianceThatFollowsNoFanHasNoLaw() {
        List<Evidence> unrelated = List.of(
                evidence(Shape.dense(10, 20), 1), evidence(Shape.dense(30, 10), 7), evidence(Shape.dense(20, 40), 2));
        assertThat(Law.of(unrelated)).isEmpty();
        assertThat(Law.of(unrelated.subList(0, 2))).as("too few to tell").isEmpty();
    }

    private static Evidence evidence(Shape shape, double variance) {
        return new Evidence(shape, new Interval(variance, variance));
    }
}
