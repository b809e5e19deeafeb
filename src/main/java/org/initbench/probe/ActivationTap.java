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
    private final transient TappedValues values;
    private boolean inForwardPass = true;

    private ActivationTap(WeightLayer layer, TappedValues values) {
        super(layer.activation());
        this.layer = layer;
        this.values = values;
    }

    static ActivationTap into(WeightLayer layer, TappedValues values) {
        ActivationTap tap = new ActivationTap(layer, values);
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
        values.preactivation(in);
        INDArray out = original().getActivation(in, training);
        values.activation(out);
        return out;
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        values.activationGradient(epsilon);
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
