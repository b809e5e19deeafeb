package org.initbench.init;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * N(0, 2/(5d)), d the smaller of fanIn and fanOut: what Glorot's rule gives the feed-forward layers of a transformer of width d, (d, 4d)
 * and (4d, d), for all its matrices. Variance 2/(5d). Nguyen &amp; Salazar 2019, sec. 2.2. DL4J has none.
 */
record SmallInit() implements Initializer {

    static final InitializerType TYPE = InitializerType.named("small_init")
            .formula("N(0, 2/(5d)), d = min(fanIn, fanOut)")
            .variance("2/(5·min(fanIn, fanOut))")
            .source("Nguyen & Salazar 2019")
            .creates(arguments -> new SmallInit());

    @Override
    public double[] weights(Slot slot, Draws draws) {
        return normal(slot).weights(slot, draws);
    }

    @Override
    public Optional<ContinuousDistribution> distribution(Slot slot) {
        return normal(slot).distribution(slot);
    }

    @Override
    public OptionalDouble variance(Slot slot) {
        return OptionalDouble.of(2 / (5 * Math.min(slot.fanIn(), slot.fanOut())));
    }

    private Normal normal(Slot slot) {
        return new Normal(0, Math.sqrt(variance(slot).orElseThrow()));
    }
}
