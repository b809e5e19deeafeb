package org.initbench.init;

import java.util.List;
import java.util.OptionalDouble;

/** Initializers that treat residual branches otherwise than the rest of a network, each weight parameter by another rule. */
interface ResidualRule extends Initializer {

    /** The name that specs call it by. */
    String name();

    /** What gives this parameter its values. */
    Initializer rule(Slot slot);

    @Override
    default void check(List<Slot> slots) {
        if (slots.stream().allMatch(slot -> slot.branch() == null)) {
            throw new UnsuitableInitializerException(name() + " needs residual branches, and this network has none");
        }
    }

    @Override
    default double[] weights(Slot slot, Draws draws) {
        return rule(slot).weights(slot, draws);
    }

    /** Without any branch the rule serves nobody. */
    @Override
    default OptionalDouble variance(Slot slot) {
        return slot.branches() == 0 ? OptionalDouble.empty() : rule(slot).variance(slot);
    }
}
