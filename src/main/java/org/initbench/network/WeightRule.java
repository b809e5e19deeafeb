package org.initbench.network;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;

/**
 * A weight initialization that a configuration names: as a function, or in layers made of SameDiff as a constant.
 *
 * @param covers the keys of the weights that go by it
 * @param setter puts another in its place
 * @param restore puts it back
 */
public record WeightRule(Predicate<String> covers, Consumer<Other> setter, Runnable restore) {

    /** A constant of DL4J's, and the function that draws for it. */
    public record Other(WeightInit constant, IWeightInit function) {}

    /** Puts another in its place. */
    public void set(WeightInit constant, IWeightInit function) {
        setter.accept(new Other(constant, function));
    }
}
