package org.initbench.probe;

import org.initbench.network.LossHolder;
import org.initbench.network.LossStandIn;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sees the pre-activations and activations of an output layer. It stands in for the loss, as DL4J's losses look at the
 * class of the output's activation, which therefore has to stay.
 */
final class LossTap extends LossStandIn implements Tap {

    private static final long serialVersionUID = 1L;

    private final transient TappedValues values;

    private LossTap(LossHolder holder, TappedValues values) {
        super(holder);
        this.values = values;
    }

    static LossTap into(LossHolder holder, TappedValues values) {
        LossTap tap = new LossTap(holder, values);
        tap.open();
        return tap;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        values.measuring(() -> {
            values.preactivation(preOutput);
            values.activation(activationFn.getActivation(preOutput.dup(), true));
        });
        return super.computeGradient(labels, preOutput, activationFn, mask);
    }

    @Override
    public void remove() {
        close();
    }

    @Override
    public TappedValues values() {
        return values;
    }
}
