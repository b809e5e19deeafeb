package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.initbench.stats.Bootstrap.Interval;
import org.initbench.testing.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents intervals that are too wide, too narrow or those of another level. */
class BootstrapTest {

    private static final double ROUNDING = 1e-12;

    static Stream<JsonNode> samples() {
        return Reference.items("numpy/bootstrap.json", "samples");
    }

    /**
     * The bounds are percentiles of the exact distribution over all n^n resamples, enumerated with NumPy, at 2.5 % and
     * 97.5 % plus and minus five standard errors of the level that 10,000 resamples reach: with another seed than the
     * fixed one the four ends would leave them with a probability below 1e-5.
     */
    @ParameterizedTest
    @MethodSource("samples")
    void meetsTheExactDistributionOfTheResampledMean(JsonNode sample) {
        double[] values = StreamSupport.stream(sample.required("values").spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
        Interval interval = Bootstrap.interval(values).orElseThrow();
        assertBetween(interval.low(), sample.required("low"));
        assertBetween(interval.high(), sample.required("high"));
    }

    @Test
    void belowThreeValuesThereIsNoInterval() {
        assertThat(Bootstrap.interval(new double[0])).isEmpty();
        assertThat(Bootstrap.interval(new double[] {1})).isEmpty();
        assertThat(Bootstrap.interval(new double[] {1, 2})).isEmpty();
        assertThat(Bootstrap.interval(new double[] {1, 2, 3})).isPresent();
    }

    @Test
    void equalValuesLeaveNoRoom() {
        assertThat(Bootstrap.interval(new double[] {0.1, 0.1, 0.1, 0.1})).contains(new Interval(0.1, 0.1));
    }

    @Test
    void theSameValuesGiveTheSameInterval() {
        double[] values = {0.3, 0.1, 0.8};
        assertThat(Bootstrap.interval(values)).isEqualTo(Bootstrap.interval(values.clone()));
    }

    private static void assertBetween(double end, JsonNode bounds) {
        assertThat(end)
                .isBetween(
                        bounds.required(0).doubleValue() - ROUNDING,
                        bounds.required(1).doubleValue() + ROUNDING);
    }
}
