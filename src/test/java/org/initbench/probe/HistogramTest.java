package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.initbench.result.LayerRow.Bin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against values that fall into the neighbouring bin by rounding, and against lost outliers. */
class HistogramTest {

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream file = HistogramTest.class.getResourceAsStream("/reference/numpy/histograms.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(file).path("cases").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void edgesAndCountsAreNumPys(JsonNode expected) {
        double[] values = doubles(expected.path("values"));
        boolean auto = expected.path("range").isNull();
        double low = auto
                ? DoubleStream.of(values).min().orElseThrow()
                : expected.at("/range/0").doubleValue();
        double high = auto
                ? DoubleStream.of(values).max().orElseThrow()
                : expected.at("/range/1").doubleValue();
        Histogram histogram = new Histogram(low, high, expected.path("bins").intValue());
        for (double value : values) {
            histogram.add(value);
        }
        List<Bin> inner = histogram.bins().stream()
                .filter(bin -> Double.isFinite(bin.low()) && Double.isFinite(bin.high()))
                .toList();
        double[] edges = doubles(expected.path("edges"));
        for (int i = 0; i < inner.size(); i++) {
            Bin bin = new Bin(
                    edges[i], edges[i + 1], expected.path("counts").path(i).longValue());
            assertThat(inner.get(i)).isEqualTo(bin);
        }
        assertThat(inner).hasSize(edges.length - 1);
    }

    @Test
    void valuesOutsideTheRangeAreCountedInRowsThatReachToInfinity() {
        Histogram histogram = new Histogram(0, 1, 2);
        for (double value : new double[] {-3, Double.NEGATIVE_INFINITY, 0.2, 1, 1.01, Double.NaN}) {
            histogram.add(value);
        }
        assertThat(histogram.bins())
                .containsExactly(
                        new Bin(Double.NEGATIVE_INFINITY, 0, 2),
                        new Bin(0, 0.5, 1),
                        new Bin(0.5, 1, 1),
                        new Bin(1, Double.POSITIVE_INFINITY, 1));
    }

    @Test
    void rowsToInfinityStandOnlyWhereTheyHoldSomething() {
        Histogram histogram = new Histogram(0, 1, 2);
        histogram.add(0.5);
        assertThat(histogram.bins()).containsExactly(new Bin(0, 0.5, 0), new Bin(0.5, 1, 1));
    }

    private static double[] doubles(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
