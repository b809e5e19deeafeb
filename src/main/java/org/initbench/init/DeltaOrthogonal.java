package org.initbench.init;

import java.util.stream.Collectors;
import org.initbench.init.InitializerType.Parameter.Kind;

/**
 * A kernel that is an orthogonal matrix at its centre and 0 elsewhere, so that a deep stack of convolutions keeps the length
 * of its signals; variance gain²/channelsOut at the centre. Needs odd kernels with no more channels in than out; all other weights
 * are orthogonal. Xiao et al. 2018, algorithm 1. DL4J has none.
 */
record DeltaOrthogonal(double gain) implements Initializer {

    static final InitializerType TYPE = InitializerType.named("delta_orthogonal")
            .parameter("gain", Kind.POSITIVE, 1.0)
            .formula("kernels: orthogonal at the centre, 0 elsewhere; other weights orthogonal")
            .variance("gain²/channelsOut at the centre of kernels, else gain²/max(units, inputs)")
            .source("Xiao et al. 2018")
            .creates(arguments -> new DeltaOrthogonal(arguments.number("gain")));

    @Override
    public void check(Slot slot) {
        if (slot.kernel().stream().anyMatch(size -> size % 2 == 0)) {
            throw new UnsuitableInitializerException("delta_orthogonal needs odd kernels; layer " + slot.layer()
                    + " has "
                    + slot.kernel().stream().map(String::valueOf).collect(Collectors.joining("×")));
        }
        if (slot.isKernel() && slot.channelsIn() > slot.units()) {
            throw new UnsuitableInitializerException("delta_orthogonal needs no more channels in than out; layer "
                    + slot.layer() + " has " + slot.channelsIn() + " in and " + slot.units() + " out");
        }
    }

    @Override
    public double[] weights(Slot slot, Draws draws) {
        return slot.isKernel()
                ? slot.centred(Orthogonal.matrix(slot.units(), slot.channelsIn(), gain, draws))
                : new Orthogonal(gain).weights(slot, draws);
    }
}
