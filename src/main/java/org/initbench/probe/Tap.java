package org.initbench.probe;

import org.nd4j.linalg.activations.IActivation;

/** Stands in for a function of a layer during one iteration, passes every call on, and copies what goes through. */
interface Tap {

    /** Puts the layer's own function back. */
    void remove();

    /** The activation behind the tap. */
    IActivation activation();

    /** What comes after the forward pass are repetitions of it that the backward pass makes. */
    default void forwardPassEnds() {}

    /** z, before the activation. */
    Sample preactivations();

    /** a = φ(z). */
    Sample activations();

    /** dL/da of the mean loss; empty for an output layer. DL4J has that of the sum. */
    Sample activationGradients();
}
