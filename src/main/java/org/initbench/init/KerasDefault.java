package org.initbench.init;

import java.util.Optional;
import java.util.OptionalDouble;
import org.initbench.network.Gate;
import org.initbench.network.Recurrence;
import org.initbench.network.Role;

/**
 * What Keras gives a layer when nothing is said: weights of Glorot's uniform law, recurrent ones orthogonal, embeddings U(-0.05, 0.05); biases
 * 0, a forget gate's 1, whatever the layer says. Keras takes the gates of an LSTM for one matrix, (inputs, 4·units): Glorot's variance is
 * 2/(inputs + 4·units) there, and the recurrent matrix has orthogonal rows of length 1, those of all gates together, variance 1/(4·units).
 * Variance elsewhere 2/(fanIn + fanOut), of recurrent weights 1/units. Of depthwise kernels Keras counts all channels among the
 * inputs; here their fan-in counts. Keras 3, {@code keras.layers}. DL4J: XAVIER_UNIFORM, for weights that are neither recurrent nor embeddings.
 */
record KerasDefault() implements RuleBySlot {

    static final InitializerType TYPE = InitializerType.named("keras_default")
            .formula("U(-a, a), a = √(6/(fanIn + fanOut)); recurrent weights orthogonal; embeddings U(-0.05, 0.05)")
            .variance("2/(fanIn + fanOut); recurrent 1/units")
            .source("Keras 3, keras.layers")
            .dl4j("XAVIER_UNIFORM, for weights that are not recurrent")
            .creates(arguments -> new KerasDefault());

    private static final double EMBEDDING_BOUND = 0.05;

    /** Rows of the joined matrix, (units, 4·units), are what one unit sends to all gates. */
    @Override
    public double[] matrices(Slot slot, int count, Draws draws) {
        if (slot.role() != Role.RECURRENT) {
            return RuleBySlot.super.matrices(slot, count, draws);
        }
        int units = slot.units();
        double[] joined = Orthogonal.matrix(slot.inputs(), count * units, 1, draws);
        double[] values = new double[joined.length];
        for (int i = 0; i < joined.length; i++) {
            int from = i / (count * units);
            int to = i % (count * units);
            values[to * slot.inputs() + from] = joined[i];
        }
        return values;
    }

    @Override
    public OptionalDouble variance(Slot slot) {
        boolean isJoined = slot.role() == Role.RECURRENT && slot.recurrence() == Recurrence.GATED;
        return isJoined
                ? OptionalDouble.of(1.0 / (Gate.COUNT * slot.units()))
                : rule(slot).variance(slot);
    }

    @Override
    public Optional<double[]> biases(Slot slot, Draws draws) {
        return Optional.of(new double[slot.units()]);
    }

    @Override
    public Optional<double[]> gateBiases(Slot slot, Draws draws) {
        return Optional.of(Biases.opened(slot, 1));
    }

    @Override
    public Initializer rule(Slot slot) {
        if (slot.role() == Role.RECURRENT) {
            return new Orthogonal(1);
        }
        if (slot.role() == Role.EMBEDDING) {
            return new Uniform(-EMBEDDING_BOUND, EMBEDDING_BOUND);
        }
        double fanOut = slot.recurrence() == Recurrence.GATED ? Gate.COUNT * slot.fanOut() : slot.fanOut();
        double bound = Math.sqrt(6 / (slot.fanIn() + fanOut));
        return new Uniform(-bound, bound);
    }
}
