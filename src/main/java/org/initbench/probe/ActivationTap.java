package org.initbench.probe;

import org.initbench.network.ActivationStandIn;
import org.initbench.network.WeightLayer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sees the pre-activations, activations and activation gradients of a hidden layer. */
final class ActivationTap extends ActivationStandIn implements Tap {

    private static final long serialVersionUID = 1L;

    private final transient WeightLayer layer;
    private final int examples;
    private final transient Stopwatch watch;
    private final transient TappedValues values = new TappedValues();
    private boolean inForwardPass = true;

    private ActivationTap(WeightLayer layer, int examples, Stopwatch watch) {
        super(layer.activation());
        this.layer = layer;
        this.examples = examples;
        this.watch = watch;
    }

    /** Taps a layer; at most {@code examples} of a minibatch are copied, which counts as measuring. */
    static ActivationTap into(WeightLayer layer, int examples, Stopwatch watch) {
        ActivationTap tap = new ActivationTap(layer, examples, watch);
        layer.setActivation(tap);
        return tap;
    }

    /**
     * Copies in the forward pass of training alone: an evaluation in between is passed on, and so are the repetitions that
     * the backward pass makes. DL4J's activations work in place, so what comes in is gone afterwards.
     */
    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        if (!training || !inForwardPass) {
            return original().getActivation(in, training);
        }
        watch.time(() -> values.preactivations().addExamples(in, examples, 1));
        INDArray out = original().getActivation(in, training);
        watch.time(() -> values.activations().addExamples(out, examples, 1));
        return out;
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        watch.time(() -> values.activationGradients().addExamples(epsilon, examples, (double) epsilon.size(0)));
        return super.backprop(in, epsilon);
    }

    @Override
    public void remove() {
        layer.setActivation(original());
    }

    @Override
    public IActivation activation() {
        return original();
    }

    @Override
    public void forwardPassEnds() {
        inForwardPass = false;
    }

    @Override
    public TappedValues values() {
        return values;
    }
}
