package org.initbench.network;

import java.io.Serial;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Takes the place of an activation for a while, and passes on what a subclass does not see to. */
public abstract class ActivationStandIn extends BaseActivationFunction implements StandIn {

    private static final long serialVersionUID = 1L;

    private final IActivation activation;

    /** One for this activation. */
    protected ActivationStandIn(IActivation activation) {
        this.activation = activation;
    }

    @Override
    public final IActivation original() {
        return activation;
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        return activation.backprop(in, epsilon);
    }

    @Override
    public int numParams(int inputSize) {
        return activation.numParams(inputSize);
    }

    /** Of use to subclasses, where Java looks for it. */
    @Serial
    protected final Object writeReplace() {
        return activation;
    }
}
