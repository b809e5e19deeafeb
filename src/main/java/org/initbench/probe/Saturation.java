package org.initbench.probe;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** Where an activation counts as saturated. */
enum Saturation {
    /** Outside [0.05, 0.95]. */
    SIGMOID,
    /** Beyond ±0.95. */
    TANH,
    /** The activation has no bounds to saturate at. */
    NONE;

    private static final double MARGIN = 0.05;

    static Saturation of(IActivation activation) {
        if (activation instanceof ActivationSigmoid) {
            return SIGMOID;
        }
        return activation instanceof ActivationTanH ? TANH : NONE;
    }

    /** Values below it are saturated. */
    double below() {
        return switch (this) {
            case SIGMOID -> MARGIN;
            case TANH -> MARGIN - 1;
            case NONE -> Double.NEGATIVE_INFINITY;
        };
    }

    /** Values above it are saturated. */
    double above() {
        return this == NONE ? Double.POSITIVE_INFINITY : 1 - MARGIN;
    }
}
