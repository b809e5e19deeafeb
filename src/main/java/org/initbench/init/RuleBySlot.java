package org.initbench.init;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/** A rule that leaves each weight parameter to another one, made for its shape and role. */
interface RuleBySlot extends Initializer {

    /** What gives this parameter its values. */
    Initializer rule(Slot slot);

    @Override
    default double[] weights(Slot slot, Draws draws) {
        return rule(slot).weights(slot, draws);
    }

    @Override
    default Optional<ContinuousDistribution> distribution(Slot slot) {
        return rule(slot).distribution(slot);
    }
}
