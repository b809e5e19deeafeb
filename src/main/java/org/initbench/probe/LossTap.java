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

    private final int examples;
    private final transient Stopwatch watch;
    private final transient TappedValues values = new TappedValues();

    private LossTap(LossHolder holder, int examples, Stopwatch watch) {
        super(holder);
        this.examples = examples;
        this.watch = watch;
    }

    /** Taps a layer; at most {@code examples} of a minibatch are copied, which counts as measuring. */
    static LossTap into(LossHolder holder, int examples, Stopwatch watch) {
        LossTap tap = new LossTap(holder, examples, watch);
        tap.open();
        return tap;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        watch.time(() -> {
            values.preactivations().addExamples(preOutput, examples, 1);
            values.activations().addExamples(activationFn.getActivation(preOutput.dup(), true), examples, 1);
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
