package org.initbench.probe;

/** What went through a tap during one iteration. */
final class TappedValues {

    private final Sample preactivations = new Sample();
    private final Sample activations = new Sample();
    private final Sample activationGradients = new Sample();

    /** z, before the activation. */
    Sample preactivations() {
        return preactivations;
    }

    /** a = φ(z). */
    Sample activations() {
        return activations;
    }

    /** dL/da of the mean loss; empty for an output layer. */
    Sample activationGradients() {
        return activationGradients;
    }
}
