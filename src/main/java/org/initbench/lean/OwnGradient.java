package org.initbench.lean;

import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The gradient of each parameter, and the array of the network that they are all part of, as that object. */
final class OwnGradient extends DefaultGradient {

    private final INDArray whole;

    OwnGradient(Gradient parts, INDArray whole) {
        this.whole = whole;
        gradientForVariable().putAll(parts.gradientForVariable());
    }

    @Override
    public INDArray gradient() {
        return whole;
    }
}
