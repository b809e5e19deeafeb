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

    private static final int COUNT = 1000;

    @Property(tries = 300, seed = "5")
    void floatsOfAnySizeAreDividedByWholeNumbers(@ForAll @IntRange(min = 1, max = 1 << 24) int divisor) {
        isDivision(divisor, RandomSource.XO_RO_SHI_RO_128_PP.create(divisor));
    }

    @Test
    void andByOtherNumbers() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3);
        for (double divisor : new double[] {1, -7, -64, 0.1, 0.25, 1e200, 0x1p-1023, Double.MIN_VALUE}) {
            isDivision(divisor, random);
        }
    }

    private static void isDivision(double divisor, UniformRandomProvider random) {
        Scale scale = Scale.by(divisor);
        double[] quotients = new double[COUNT];
        double[] expected = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double value = Float.intBitsToFloat(i == 0 ? 0 : random.nextInt());
            quotients[i] = scale.of(value);
            expected[i] = value / divisor;
        }
        assertThat(quotients).isEqualTo(expected);
    }
}
