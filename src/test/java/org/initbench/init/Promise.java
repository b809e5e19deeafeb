package org.initbench.init;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the weights of an initializer are promised to be.
 *
 * @param mean of the weights
 * @param variance of the weights of a slot
 * @param shape their distribution
 */
record Promise(String spec, double mean, ToDoubleFunction<Slot> variance, Shape shape) {

    /**
     * A distribution in units of its standard deviation.
     *
     * <p>With Z = erf(√2) = 0.9545 inside ±2 and φ(2) = 0.05399: a cut N(0, 1) has variance 1 − 4φ(2)/Z = 0.7737 and
     * fourth moment 3·0.7737 − 16φ(2)/Z = 1.4162; a clipped one 0.7737·Z + 4(1 − Z) = 0.9205 and
     * 1.4162·Z + 16(1 − Z) = 2.0798.
     */
    enum Shape {
        NORMAL(3, Double.POSITIVE_INFINITY),
        UNIFORM(1.8, Math.sqrt(3)),
        TRUNCATED(1.4162 / (0.7737 * 0.7737), 2 / Math.sqrt(0.773741)),
        CLIPPED(2.0798 / (0.9205 * 0.9205), 2 / Math.sqrt(0.920537));

        /** Fourth moment over squared variance. */
        final double kurtosis;

        /** Beyond which there is nothing; infinite where there is none. */
        final double bound;

        Shape(double kurtosis, double bound) {
            this.kurtosis = kurtosis;
            this.bound = bound;
        }
    }

    static List<Promise> all() {
        return List.of(
                new Promise("normal(0.01)", 0, slot -> 1e-4, Shape.NORMAL),
                new Promise("normal(std=10, mean=3)", 3, slot -> 100, Shape.NORMAL),
                new Promise("uniform(0.3)", 0, slot -> 0.03, Shape.UNIFORM),
                new Promise("uniform(low=1, high=3)", 2, slot -> 1 / 3.0, Shape.UNIFORM),
                new Promise("truncated_normal(0.5)", 0, slot -> 0.25 * 0.773741, Shape.TRUNCATED),
                new Promise("clipped_normal(0.5)", 0, slot -> 0.25 * 0.920537, Shape.CLIPPED),
                new Promise("glorot_normal", 0, slot -> 2 / (in(slot) + out(slot)), Shape.NORMAL),
                new Promise("glorot_uniform", 0, slot -> 2 / (in(slot) + out(slot)), Shape.UNIFORM),
                new Promise("he_normal", 0, slot -> 2 / in(slot), Shape.NORMAL),
                new Promise("he_normal(0.5)", 0, slot -> 2 / (1.25 * in(slot)), Shape.NORMAL),
                new Promise("he_uniform", 0, slot -> 2 / in(slot), Shape.UNIFORM),
                new Promise("he_uniform(0.5)", 0, slot -> 2 / (1.25 * in(slot)), Shape.UNIFORM),
                new Promise("lecun_normal", 0, slot -> 1 / in(slot), Shape.NORMAL),
                new Promise("lecun_uniform", 0, slot -> 1 / in(slot), Shape.UNIFORM),
                scaling(3, "fan_in", "normal", slot -> 3 / in(slot), Shape.NORMAL),
                scaling(3, "fan_in", "truncated_normal", slot -> 3 / in(slot), Shape.TRUNCATED),
                scaling(1, "fan_out", "uniform", slot -> 1 / out(slot), Shape.UNIFORM),
                scaling(1, "fan_avg", "truncated_normal", slot -> 2 / (in(slot) + out(slot)), Shape.TRUNCATED),
                scaling(1, "fan_geo_avg", "normal", slot -> 1 / Math.sqrt(in(slot) * out(slot)), Shape.NORMAL));
    }

    private static Promise scaling(
            int scale, String mode, String distribution, ToDoubleFunction<Slot> variance, Shape shape) {
        String spec = "variance_scaling(scale=%d, mode=%s, distribution=%s)".formatted(scale, mode, distribution);
        return new Promise(spec, 0, variance, shape);
    }

    private static double in(Slot slot) {
        return switch (slot.kind()) {
            case DENSE -> 100;
            case CONVOLUTION -> 16 * 3 * 5;
            case RECURRENT -> 80;
            case EMBEDDING -> 500;
        };
    }

    private static double out(Slot slot) {
        return switch (slot.kind()) {
            case DENSE -> 60;
            case CONVOLUTION -> 32 * 3 * 5;
            case RECURRENT -> 80;
            case EMBEDDING -> 16;
        };
    }
}
