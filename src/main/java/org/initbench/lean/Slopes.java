package org.initbench.lean;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The way back through activations: as DL4J has it, but for max(0, z), whose derivative is found without an operation that
 * calls a function for each element.
 */
final class Slopes {

    private final Elements elements;

    Slopes(Elements elements) {
        this.elements = elements;
    }

    /** Whether an activation is max(0, z) and no more; its output then tells the derivative. */
    static boolean isRelu(IActivation activation) {
        return activation instanceof ActivationReLU relu
                && relu.getMax() == null
                && relu.getThreshold() == null
                && relu.getNegativeSlope() == null;
    }

    /**
     * dL/dz of dL/da.
     *
     * @param z pre-activations, which are lost; of a ReLU its output
     * @param epsilon dL/da, which stays
     */
    INDArray goBack(IActivation activation, INDArray z, INDArray epsilon) {
        if (!isRelu(activation) || !Elements.isByRows(z) || !Elements.isByRows(epsilon)) {
            return activation.backprop(z, epsilon).getFirst();
        }
        INDArray delta = z.ulike();
        elements.goBackThroughRelu(z, epsilon, delta);
        return delta;
    }
}
