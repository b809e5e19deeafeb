package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.GaussianSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against floats that a table puts into another bin than looking at them does, at edges, near 0 and outside. */
class FloatPlacesTest {

    private static final int COUNT = 20_000;

    /** Values and how they are divided; a range that is NaN is that of the values. */
    private record Case(
            String name, double mean, double deviation, double divisor, double low, double high, int bins) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case("around 0", 0, 0.05, 1, Double.NaN, Double.NaN, 30),
                new Case("divided by a power of 2", 0, 3, -64, Double.NaN, Double.NaN, 30),
                new Case("divided by another number", 0, 3, 100, Double.NaN, Double.NaN, 30),
                new Case("far from 0", 1e4, 1, 1, Double.NaN, Double.NaN, 30),
                new Case("negative", -5, 0.5, 1, Double.NaN, Double.NaN, 120),
                new Case("denormal", 0, 1e-41, 1, Double.NaN, Double.NaN, 30),
                new Case("fixed range", 0.5, 1, 1, 0, 1, 30),
                new Case("range of nothing", 0, 1, 1, 100, 101, 10),
                new Case("one bin", 0, 1, 1, Double.NaN, Double.NaN, 1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countsAreThoseOfLookingAtEachValue(Case wanted) {
        float[] values = values(wanted);
        Scale scale = Scale.by(wanted.divisor());
        double low = Double.isNaN(wanted.low()) ? extreme(values, scale, -1) : wanted.low();
        double high = Double.isNaN(wanted.high()) ? extreme(values, scale, 1) : wanted.high();
        Histogram looked = new Histogram(low, high, wanted.bins());
        Histogram counted = new Histogram(low, high, wanted.bins());
        int[] bits = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            looked.add(scale.of(values[i]));
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        FloatPlaces places = new FloatPlaces(counted, scale, new Scratch());
        for (int start = 0; start < bits.length; start += Values.PIECE) {
            places.count(bits, start, Math.min(Values.PIECE, bits.length - start));
        }
        places.end();
        assertThat(counted.bins()).isEqualTo(looked.bins());
    }

    /** Normal values, and what is special: zeros of both signs, edges of bins, infinities and NaN. */
    private static float[] values(Case wanted) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(11);
        SharedStateContinuousSampler normal =
                GaussianSampler.of(ZigguratSampler.NormalizedGaussian.of(random), wanted.mean(), wanted.deviation());
        float[] values = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = (float) normal.sample();
        }
        values[1] = 0;
        values[2] = -0.0f;
        values[3] = 0.5f;
        values[4] = 1;
        if (!Double.isNaN(wanted.low())) {
            values[5] = Float.NaN;
            values[6] = Float.intBitsToFloat(0xffc00000);
            values[7] = Float.POSITIVE_INFINITY;
            values[8] = Float.NEGATIVE_INFINITY;
        }
        return values;
    }

    private static double extreme(float[] values, Scale scale, int sign) {
        double extreme = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            extreme = Math.max(extreme, sign * scale.of(value));
        }
        return sign * extreme;
    }
}
