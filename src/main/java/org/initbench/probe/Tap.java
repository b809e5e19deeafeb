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

    /** What went through so far. */
    TappedValues values();
}
