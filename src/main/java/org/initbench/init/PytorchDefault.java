package org.initbench.init;

import java.util.Optional;
import org.initbench.network.Recurrence;
import org.initbench.network.Role;

/**
 * What PyTorch gives a layer when nothing is said. Weights and biases U(-a, a), a = 1/√fanIn, which is its {@code kaiming_uniform_} with a
 * slope of √5; variance 1/(3·fanIn). In recurrent layers a = 1/√units for all; PyTorch has two biases there, of which DL4J's one is the
 * sum, and no gate has another. Embeddings N(0, 1). Queries, keys and values of attention U(-a, a), a = √(6/(fanIn + 3·fanOut)), as
 * its {@code MultiheadAttention} takes the three for one matrix. Of a transposed convolution PyTorch takes the channels out for those in; here
 * its fan-in counts. PyTorch 2, {@code torch.nn}. DL4J: UNIFORM, for weights that are neither recurrent nor embeddings.
 */
record PytorchDefault() implements RuleBySlot {

    static final InitializerType TYPE = InitializerType.named("pytorch_default")
            .formula("weights and biases U(-a, a), a = 1/√fanIn, in recurrent layers 1/√units; embeddings N(0, 1)")
            .variance("1/(3·fanIn); in recurrent layers 1/(3·units)")
            .source("PyTorch 2, torch.nn")
            .dl4j("UNIFORM, for the weights alone")
            .creates(arguments -> new PytorchDefault());

    private static final int PROJECTIONS = 3;

    @Override
    public double biasVariance(Slot slot) {
        double bound = bound(slot);
        return (isRecurrent(slot) ? 2 : 1) * bound * bound / 3;
    }

    @Override
    public Optional<double[]> biases(Slot slot, Draws draws) {
        double bound = bound(slot);
        return Optional.of(Draws.fill(
                slot.units(),
                () -> draws.uniform(-bound, bound) + (isRecurrent(slot) ? draws.uniform(-bound, bound) : 0)));
    }

    @Override
    public Initializer rule(Slot slot) {
        double bound = slot.isOfHeads() ? Math.sqrt(6 / (slot.fanIn() + PROJECTIONS * slot.fanOut())) : bound(slot);
        return slot.role() == Role.EMBEDDING ? new Normal(0, 1) : new Uniform(-bound, bound);
    }

    private static double bound(Slot slot) {
        return 1 / Math.sqrt(isRecurrent(slot) ? slot.units() : slot.fanIn());
    }

    private static boolean isRecurrent(Slot slot) {
        return slot.recurrence() != Recurrence.NONE;
    }
}
