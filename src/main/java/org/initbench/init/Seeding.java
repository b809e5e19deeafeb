package org.initbench.init;

import java.io.Serializable;
import java.util.List;
import java.util.function.IntFunction;
import org.initbench.random.RandomState;
import org.initbench.random.Seeds;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Which random numbers each parameter of a network gets.
 *
 * @param kind one generator for each parameter, or one for all in turn
 * @param seed of the study, or of the NumPy generator
 * @param repetition of the trial; part of the seed where each parameter has its own generator
 */
public record Seeding(
        @JsonProperty("kind") Kind kind, @JsonProperty("seed") long seed, @JsonProperty("repetition") int repetition)
        implements Serializable {

    /** How generators and parameters go together. */
    public enum Kind {
        /** A generator for each parameter: adding a layer leaves the draws of the others as they were. */
        INDEPENDENT,
        /** NumPy's legacy generator, drawn from layer after layer, as NumPy programs do. */
        NUMPY_SEQUENCE
    }

    /** A generator for each parameter, seeded by study seed, repetition, layer and parameter. */
    public static Seeding independent(long studySeed, int repetition) {
        return new Seeding(Kind.INDEPENDENT, studySeed, repetition);
    }

    /** {@code RandomState(seed)} for the whole network. */
    public static Seeding numpySequence(long seed) {
        return new Seeding(Kind.NUMPY_SEQUENCE, seed, 0);
    }

    /** The values that one initializer for all gives to parameter {@code index} of a network's weight parameters. */
    double[] weights(Initializer initializer, List<Slot> slots, int index) {
        return weights(any -> initializer, slots, index);
    }

    /** The values of parameter {@code index} of a network's weight parameters; {@code initializers} has one for each index. */
    double[] weights(IntFunction<Initializer> initializers, List<Slot> slots, int index) {
        Slot slot = slots.get(index);
        if (kind == Kind.INDEPENDENT) {
            return initializers.apply(index).weights(slot, draws(slot, slot.parameter()));
        }
        Draws sequence = Draws.from(new RandomState(seed));
        for (int earlier = 0; earlier < index; earlier++) {
            Initializer before = initializers.apply(earlier);
            if (before.weightInit().isEmpty()) {
                before.weights(slots.get(earlier), sequence);
            }
        }
        return initializers.apply(index).weights(slot, sequence);
    }

    /** The biases of a layer; they have a generator of their own in any case. */
    double[] biases(Initializer initializer, Slot slot) {
        return initializer.biases(slot, draws(slot, "b"));
    }

    private Draws draws(Slot slot, String parameter) {
        return Draws.from(Seeds.generator(seed, repetition, "layer", slot.layer(), parameter));
    }
}
