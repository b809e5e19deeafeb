package org.initbench.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Guards against functions that are exact in the middle and not at the ends. */
class CurveTest {

    private static final double ROUNDING = 2e-15;

    @Test
    void tanhIsExactFromTheSmallestToTheLargest() {
        double[] z = DoubleStream.iterate(-25, value -> value < 25, value -> value + 1. / 128)
                .toArray();
        double[] values = z.clone();
        new Tanh().apply(values, values.length);
        for (int i = 0; i < z.length; i++) {
            assertThat(values[i]).isCloseTo(Math.tanh(z[i]), within(ROUNDING * Math.abs(Math.tanh(z[i]))));
        }
        double[] ends = {0, -0., 1e-300, -1e-9, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
        new Tanh().apply(ends, ends.length);
        assertThat(ends).containsExactly(0, -0., 1e-300, -1e-9, 1, -1, Double.NaN);
    }

    @Test
    void sigmoidIsExactToTheLastDigitOfOne() {
        double[] z = DoubleStream.iterate(-50, value -> value < 50, value -> value + 1. / 64)
                .toArray();
        double[] values = z.clone();
        new Curve.Sigmoid().apply(values, values.length);
        for (int i = 0; i < z.length; i++) {
            assertThat(values[i]).isCloseTo(1 / (1 + Math.exp(-z[i])), within(ROUNDING));
        }
    }
}
