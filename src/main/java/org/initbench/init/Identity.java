package org.initbench.init;

import org.initbench.init.InitializerType.Parameter.Kind;
import org.initbench.network.Role;

/**
 * The identity times gain: recurrent and square dense weights pass on what they get, kernels pass on channel i as channel i
 * (Dirac). Other weights are {@code glorot_uniform}. Mean square gain²/inputs where it is the identity. The IRNN of Le, Jaitly
 * &amp; Hinton 2015. DL4J: IDENTITY, which refuses what is not square.
 */
record Identity(double gain) implements Initializer {

    static final InitializerType TYPE = InitializerType.named("identity")
            .parameter("gain", Kind.POSITIVE, 1.0)
            .formula("gain·I for recurrent and square dense weights, Dirac for kernels, else glorot_uniform")
            .variance("mean square gain²/inputs where it is the identity")
            .source("Le et al. 2015")
            .dl4j("IDENTITY")
            .creates(arguments -> new Identity(arguments.number("gain")));

    @Override
    public double[] weights(Slot slot, Draws draws) {
        if (slot.isKernel()) {
            return slot.centred(partial(slot.units(), slot.channelsIn(), gain));
        }
        return slot.role() != Role.EMBEDDING && slot.units() == slot.inputs()
                ? partial(slot.units(), slot.inputs(), gain)
                : VarianceScaling.glorotUniform().weights(slot, draws);
    }

    /** (rows, columns), row by row: {@code gain} on the diagonal, 0 elsewhere. */
    static double[] partial(int rows, int columns, double gain) {
        double[] matrix = new double[rows * columns];
        for (int i = 0; i < Math.min(rows, columns); i++) {
            matrix[i * columns + i] = gain;
        }
        return matrix;
    }
}
