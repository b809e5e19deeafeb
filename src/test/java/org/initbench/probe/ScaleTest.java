package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Guards against quotients that are not those of a division, to the last digit. */
class ScaleTest {

    private static final int COUNT = 10_000;

    @Property(tries = 300, seed = "5")
    void floatsOfAnySizeAreDividedByWholeNumbers(@ForAll @IntRange(min = 1, max = 1 << 24) int divisor) {
        isDivision(divisor, RandomSource.XO_RO_SHI_RO_128_PP.create(divisor));
    }

    @Test
    void andByOtherNumbers() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3);
        for (double divisor : new double[] {-7, 0.1, 0.1f, 1e-30f, 3e30f, Math.PI, 1e200, Double.MIN_VALUE}) {
            isDivision(divisor, random);
        }
    }

    private static void isDivision(double divisor, UniformRandomProvider random) {
        int[] bits = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            bits[i] = random.nextInt();
        }
        bits[0] = 0;
        holds(divisor, bits);
        for (int i = 0; i < COUNT; i++) {
            bits[i] = Float.isFinite(Float.intBitsToFloat(bits[i])) ? bits[i] : i;
        }
        holds(divisor, bits);
    }

    private static void holds(double divisor, int[] bits) {
        double[] quotients = new double[COUNT];
        Scale.by(divisor).of(bits, 0, COUNT, quotients);
        double[] expected = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            expected[i] = Float.intBitsToFloat(bits[i]) / divisor + 0.0;
            quotients[i] += 0.0;
        }
        assertThat(quotients).isEqualTo(expected);
    }
}
