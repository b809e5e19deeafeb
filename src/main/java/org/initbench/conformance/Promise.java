package org.initbench.conformance;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.initbench.init.Initializer;
import org.initbench.init.Slot;

/**
 * What is promised of the weights of one parameter.
 *
 * @param variance of weights of mean 0; empty where none is promised
 * @param distribution empty where none is promised, or none that is continuous
 */
record Promise(OptionalDouble variance, Optional<ContinuousDistribution> distribution) {

    /** No promise at all. */
    static final Promise NONE = new Promise(OptionalDouble.empty(), Optional.empty());

    /** What an entry of the catalog says of itself. */
    static Promise of(Initializer initializer, Slot slot) {
        return new Promise(initializer.variance(slot), initializer.distribution(slot));
    }

    /** Mean 0 and this distribution, which has the variance. */
    static Promise of(ContinuousDistribution distribution) {
        return new Promise(OptionalDouble.of(distribution.getVariance()), Optional.of(distribution));
    }

    /** The mean; empty where nothing is promised. */
    OptionalDouble mean() {
        if (distribution.isPresent()) {
            return OptionalDouble.of(distribution.get().getMean());
        }
        return variance.isPresent() ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
}
