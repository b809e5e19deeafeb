package org.initbench.probe;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/** For layers whose signals go through no function of their own, such as attention: what they put out is all that is seen. */
record OutputSample(TappedValues values) implements Tap {

    @Override
    public void remove() {}

    @Override
    public IActivation activation() {
        return new ActivationIdentity();
    }

    @Override
    public void output(INDArray output) {
        values.activation(output);
    }
}
