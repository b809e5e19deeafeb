package org.initbench.init;

import java.util.OptionalDouble;
import org.initbench.init.InitializerType.Parameter.Kind;

/**
 * N(0, std²) with what lies beyond 2 std moved to ±2 std, which tutorials also call truncated; variance 0.9205 std²:
 * that of the middle, 1 − 2Φ(−2) − 4φ(2), and 4 for each of the ends. No paper proposes it; DL4J has none.
 */
record ClippedNormal(double std) implements Initializer {

    private static final double CUT = 2;
    private static final double UNIT_VARIANCE = 0.920536925636323;

    static final InitializerType TYPE = InitializerType.named("clipped_normal")
            .parameter("std", Kind.POSITIVE, null)
            .formula("N(0, std²) clipped to ±2 std")
            .variance("0.9205 std²")
            .source("tutorials, by the name of truncated normal")
            .example("clipped_normal(0.05)")
            .creates(arguments -> new ClippedNormal(arguments.number("std")));

    @Override
    public double[] weights(Slot slot, Draws draws) {
        return Draws.fill(slot.size(), () -> std * Math.max(-CUT, Math.min(CUT, draws.gaussian())));
    }

    @Override
    public OptionalDouble variance(Slot slot) {
        return OptionalDouble.of(std * std * UNIT_VARIANCE);
    }
}
