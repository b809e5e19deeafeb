package org.initbench.init;

import java.util.Optional;
import java.util.function.Function;
import org.initbench.network.Recurrence;
import org.initbench.random.RandomState;
import org.initbench.random.Seeds;

/**
 * Which random numbers each parameter of a network gets.
 *
 * @param kind one generator for each parameter, or one for all in turn
 * @param seed of the study, or of the NumPy generator
 * @param repetition of the trial; part of the seed where each parameter has its own generator
 */
public record Seeding(Kind kind, long seed, int repetition) {

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

    /** Where the weights of each parameter come from, to be asked for in the order of the network. */
    Function<Slot, Draws> weights() {
        if (kind == Kind.INDEPENDENT) {
            return slot -> draws(slot, slot.parameter());
        }
        Draws sequence = Draws.from(new RandomState(seed));
        return slot -> sequence;
    }

    /**
     * The biases of a layer; they have a generator of their own in any case. Of places that have units of their own an initializer is asked for each.
     *
     * @param key DL4J's of the biases
     * @param size how many there are
     */
    Optional<double[]> biases(Initializer initializer, Slot slot, String key, int size) {
        Draws draws = draws(slot, key);
        if (slot.recurrence() == Recurrence.GATED) {
            return initializer.gateBiases(slot, draws);
        }
        double[] values = new double[size];
        for (int start = 0; start < size; start += slot.units()) {
            Optional<double[]> some = initializer.biases(slot, draws);
            if (some.isEmpty()) {
                return some;
            }
            System.arraycopy(some.get(), 0, values, start, slot.units());
        }
        return Optional.of(values);
    }

    private Draws draws(Slot slot, String parameter) {
        return Draws.from(Seeds.generator(seed, repetition, "layer", slot.layer(), parameter));
    }
}
