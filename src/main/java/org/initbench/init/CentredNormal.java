package org.initbench.init;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/** A rule that draws from a normal distribution of mean 0, and says of which variance. */
interface CentredNormal extends Initializer {

    /** Variance of each weight. */
    double weightVariance(Slot slot);

    @Override
    default double[] weights(Slot slot, Draws draws) {
        return normal(slot).weights(slot, draws);
    }

    @Override
    default Optional<ContinuousDistribution> distribution(Slot slot) {
        return normal(slot).distribution(slot);
    }

    /** Exact, where that of the distribution is rounded. */
    @Override
    default OptionalDouble variance(Slot slot) {
        return OptionalDouble.of(weightVariance(slot));
    }

    private Normal normal(Slot slot) {
        return new Normal(0, Math.sqrt(weightVariance(slot)));
    }
}
