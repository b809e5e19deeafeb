package org.initbench.init;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.initbench.init.InitializerType.Parameter.Kind;

/**
 * N(mean, std²) whatever the fans; variance std². Krizhevsky, Sutskever &amp; Hinton 2012, sec. 5, with std 0.01. DL4J:
 * DISTRIBUTION with NormalDistribution (its NORMAL is N(0, 1/fanIn)).
 */
record Normal(double mean, double std) implements Initializer {

    static final InitializerType TYPE = InitializerType.named("normal")
            .alias("random_large", Map.of("std", 10.0))
            .parameter("std", Kind.NON_NEGATIVE, null)
            .parameter("mean", Kind.NUMBER, 0.0)
            .formula("N(mean, std²)")
            .variance("std²")
            .source("Krizhevsky et al. 2012, sec. 5, with std = 0.01")
            .dl4j("DISTRIBUTION with NormalDistribution; its NORMAL is N(0, 1/fanIn)")
            .example("normal(0.01)")
            .creates(arguments -> new Normal(arguments.number("mean"), arguments.number("std")));

    @Override
    public double[] weights(Slot slot, Draws draws) {
        return Draws.fill(slot.size(), () -> mean + std * draws.gaussian());
    }

    /** None where all weights are the same. */
    @Override
    public Optional<ContinuousDistribution> distribution(Slot slot) {
        return std == 0 ? Optional.empty() : Optional.of(NormalDistribution.of(mean, std));
    }

    @Override
    public OptionalDouble variance(Slot slot) {
        return mean == 0 ? OptionalDouble.of(std * std) : OptionalDouble.empty();
    }
}
