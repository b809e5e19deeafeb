package org.initbench.init;

import org.initbench.network.Role;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/**
 * Mirrored blocks of an orthogonal W, so that a ReLU network is linear at first: the first layer is [W; −W], hidden ones
 * [W, −W; −W, W], the last [W, −W]. Variance 1/max(rows, columns) of W. Needs ReLU and even widths. Balduzzi et al. 2017,
 * sec. 4.2. DL4J has none.
 */
record LooksLinear() implements Initializer {

    static final InitializerType TYPE = InitializerType.named("looks_linear")
            .formula("first [W; -W], hidden [W, -W; -W, W], last [W, -W], W orthogonal")
            .variance("1/max(rows, columns) of W")
            .source("Balduzzi et al. 2017")
            .creates(arguments -> new LooksLinear());

    @Override
    public double[] weights(Slot slot, Draws draws) {
        boolean mirrorUnits = !slot.isLast();
        boolean mirrorInputs = slot.layer() > 0;
        int units = mirrorUnits ? slot.units() / 2 : slot.units();
        int inputs = mirrorInputs ? slot.inputs() / 2 : slot.inputs();
        double[] block = Orthogonal.matrix(units, inputs, 1, draws);
        double[] values = new double[slot.size()];
        for (int unit = 0; unit < slot.units(); unit++) {
            for (int input = 0; input < slot.inputs(); input++) {
                boolean negative = (unit >= units) != (input >= inputs);
                double entry = block[unit % units * inputs + input % inputs];
                values[unit * slot.inputs() + input] = negative ? -entry : entry;
            }
        }
        return values;
    }

    @Override
    public void check(Slot slot) {
        boolean rectifies = slot.activation() instanceof ActivationReLU || slot.activation() instanceof ActivationLReLU;
        if (!slot.isLast() && !rectifies) {
            throw new UnsuitableInitializerException(
                    "looks_linear needs relu; layer " + slot.layer() + " has " + slot.activation());
        }
        if (slot.role() == Role.RECURRENT || slot.role() == Role.EMBEDDING) {
            throw new UnsuitableInitializerException("looks_linear has no rule for recurrent layers and embeddings");
        }
        int mirroredInputs = slot.isKernel() ? slot.channelsIn() : slot.inputs();
        boolean oddUnits = !slot.isLast() && slot.units() % 2 != 0;
        boolean oddInputs = slot.layer() > 0 && mirroredInputs % 2 != 0;
        if (oddUnits || oddInputs) {
            throw new UnsuitableInitializerException("looks_linear needs even widths; layer " + slot.layer() + " has "
                    + mirroredInputs + " inputs and " + slot.units() + " units");
        }
    }
}
