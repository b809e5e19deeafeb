package org.initbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Prevents a cycle that is half as long, or that starts at the top. */
class TriangularRateTest {

    private static final TriangularRate RATE = new TriangularRate(0.001, 0.006, 2000);

    @Test
    void cornersAreExact() {
        assertThat(RATE.valueAt(0, 0)).isEqualTo(0.001);
        assertThat(RATE.valueAt(2000, 0)).isEqualTo(0.006);
        assertThat(RATE.valueAt(4000, 0)).isEqualTo(0.001);
        assertThat(RATE.valueAt(6000, 0)).isEqualTo(0.006);
    }

    @Test
    void betweenCornersItIsLinear() {
        assertThat(RATE.valueAt(500, 0)).isCloseTo(0.00225, within(1e-17));
        assertThat(RATE.valueAt(1000, 0)).isCloseTo(0.0035, within(1e-17));
        assertThat(RATE.valueAt(3000, 0)).isCloseTo(0.0035, within(1e-17));
        assertThat(RATE.valueAt(3500, 0)).isCloseTo(0.00225, within(1e-17));
    }

    /** The code printed in Smith 2017, section 3.2. */
    @Test
    void isTheFormulaOfThePaperOverManyCycles() {
        TriangularRate rate = new TriangularRate(0.01, 0.5, 7);
        for (int iteration = 0; iteration < 100; iteration++) {
            double cycle = Math.floor(1 + iteration / 14.0);
            double x = Math.abs(iteration / 7.0 - 2 * cycle + 1);
            assertThat(rate.valueAt(iteration, 0)).isCloseTo(0.01 + 0.49 * Math.max(0, 1 - x), within(1e-14));
        }
    }

    @Test
    void epochsDoNotMatter() {
        assertThat(RATE.valueAt(1234, 9)).isEqualTo(RATE.valueAt(1234, 0));
    }

    @Test
    void aStepSizeOfOneGoesUpAndDownAtOnce() {
        TriangularRate rate = new TriangularRate(1, 2, 1);
        assertThat(new double[] {rate.valueAt(0, 0), rate.valueAt(1, 0), rate.valueAt(2, 0), rate.valueAt(3, 0)})
                .containsExactly(1, 2, 1, 2);
    }
}
