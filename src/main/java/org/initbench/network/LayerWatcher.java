package org.initbench.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Sees what goes through a layer there and back, examples first. What it is handed is somebody's memory, good until it returns. */
public interface LayerWatcher {

    /** z, before the activation. */
    void preactivation(INDArray values);

    /** a = φ(z). */
    void activation(INDArray values);

    /** dL/da, summed over the examples of the minibatch. */
    void activationGradient(INDArray values);
}
