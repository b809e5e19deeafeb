package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.initbench.testing.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents points that differ from scikit-learn's, so that no published figure on moons could be met. */
class MoonsTest {

    /** Coordinates are sums of terms up to 2; NumPy's AVX-512 sine and cosine, used here, are one ulp of 2 away. */
    private static final double ULP_OF_TWO = Math.ulp(2.0);

    /** With the C library's sine and cosine all agrees, unless a JDK rounds the last bit of one otherwise. */
    private static final double ULP_OF_ONE = Math.ulp(1.0);

    static Stream<JsonNode> sets() {
        return Reference.items("numpy/moons.json", "sets");
    }

    @ParameterizedTest
    @CsvSource({"moons-train-seed1.csv, 300, 1", "moons-test-seed2.csv, 100, 2"})
    void drawsThePublishedPoints(String file, int count, long seed) {
        List<CSVRecord> expected = Reference.csv(file);
        Moons moons = Moons.make(count, 0.05, seed);
        assertThat(moons.points()).hasNumberOfRows(expected.size());
        for (int i = 0; i < count; i++) {
            CSVRecord point = expected.get(i);
            double[] drawn = moons.points()[i];
            assertThat(Math.abs(drawn[0] - Double.parseDouble(point.get("x1")))).isLessThanOrEqualTo(ULP_OF_TWO);
            assertThat(Math.abs(drawn[1] - Double.parseDouble(point.get("x2")))).isLessThanOrEqualTo(ULP_OF_TWO);
            assertThat(moons.labels()[i]).isEqualTo(Integer.parseInt(point.get("label")));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void drawsScikitLearnsPointsForOtherCountsNoiseAndSeeds(JsonNode set) {
        int count = set.required("count").intValue();
        Moons moons = Moons.make(
                count, set.required("noise").doubleValue(), set.required("seed").longValue());
        assertThat(moons.points()).hasDimensions(count, 2);
        assertThat(moons.labels()).hasSize(count);
        for (int i = 0; i < count; i++) {
            JsonNode point = set.required("points").required(i);
            for (int axis = 0; axis < 2; axis++) {
                double expected = point.required(axis).doubleValue();
                assertThat(Math.abs(moons.points()[i][axis] - expected)).isLessThanOrEqualTo(ULP_OF_ONE);
            }
            assertThat(moons.labels()[i])
                    .isEqualTo(set.required("labels").required(i).intValue());
        }
    }
}
