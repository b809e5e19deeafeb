package org.initbench.init;

import java.util.OptionalDouble;

/** A rule that draws from a normal distribution of mean 0, and says of which variance. */
interface CentredNormal extends RuleBySlot {

    /** Variance of each weight. */
    double weightVariance(Slot slot);

    /** Exact, where that of the distribution is rounded. */
    @Override
    default OptionalDouble variance(Slot slot) {
        return OptionalDouble.of(weightVariance(slot));
    }

    @Override
    default Initializer rule(Slot slot) {
        return new Normal(0, Math.sqrt(weightVariance(slot)));
    }
}
