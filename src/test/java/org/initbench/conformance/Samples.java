package org.initbench.conformance;

import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.initbench.init.Draws;
import org.initbench.random.Seeds;

/** Values whose distribution is known. */
final class Samples {

    private Samples() {}

    static double[] of(ContinuousDistribution distribution, int count, long seed) {
        UniformRandomProvider generator = Seeds.generator(seed, "sample");
        DoubleSupplier sampler = distribution.createSampler(generator)::sample;
        return Draws.fill(count, sampler);
    }
}
