package org.initbench.lean;

import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.params.SimpleRnnParamInitializer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where the backward pass of a simple recurrent layer puts its results. Gradients are summed step by step as DL4J does: one
 * product over all steps would round differently.
 *
 * @param input (examples, inputs, steps)
 * @param below for the gradient with respect to the input, of the same shape; null where nobody asks for it
 * @param gradients of the parameters, by DL4J's names; 0 at first
 */
record Backward(
        INDArray input, @Nullable INDArray below, Map<String, INDArray> gradients, Matrix weights, INDArray recurrent) {

    INDArray gradient(String parameter) {
        return Objects.requireNonNull(gradients.get(parameter));
    }

    /** The part of h(t − 1) in dL/dR. */
    void addRecurrent(Matrix before, Matrix delta) {
        Matrix.of(gradient(SimpleRnnParamInitializer.RECURRENT_WEIGHT_KEY)).product(before.transposed(), delta, 1);
    }

    /** The part of x(t) in dL/dW, and dL/dx(t). */
    void addStep(int step, Matrix delta) {
        Matrix x = Matrix.step(input, step).transposed();
        Matrix.of(gradient(SimpleRnnParamInitializer.WEIGHT_KEY)).product(x, delta, 1);
        if (below != null) {
            Matrix.step(below, step).product(delta, weights.transposed(), 0);
        }
    }
}
