package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.initbench.result.CurvePoint;
import org.initbench.result.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against a moons study that agrees with NumPy under the published seeds alone. */
class MoonsSeedsTest {

    private static final double PERCENT = 1e-7;

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream file = MoonsSeedsTest.class.getResourceAsStream("/reference/numpy/moons-training.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(file).path("cases").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void costsUnderOtherSeedsAgreeWithNumPyTo1e9(JsonNode expected) {
        TrialResult trial = Studies.run(
                        "moons",
                        "initializers=[he_normal],training.iterations=600,curves.every=100,probes.at=[],data.trainSeed="
                                + expected.path("trainSeed") + ",network.weightSeed=" + expected.path("weightSeed"))
                .get(0);
        assertAgree(trial, expected.path("costs"));
    }

    @Test
    void aRepetitionAddsOneToEverySeed() throws IOException {
        List<TrialResult> repetitions = Studies.run(
                "moons",
                "initializers=[he_normal],training.iterations=600,curves.every=100,probes.at=[],repetitions=2");
        List<JsonNode> expected = cases().toList();
        assertAgree(repetitions.get(0), expected.get(0).path("costs"));
        assertAgree(repetitions.get(1), expected.get(1).path("costs"));
    }

    private static void assertAgree(TrialResult trial, JsonNode costs) {
        List<CurvePoint> curve = trial.curve();
        assertThat(curve).hasSameSizeAs(costs);
        for (int i = 0; i < costs.size(); i++) {
            assertThat(Objects.requireNonNull(curve.get(i).train().loss()))
                    .isCloseTo(costs.get(i).doubleValue(), withinPercentage(PERCENT));
        }
    }
}
