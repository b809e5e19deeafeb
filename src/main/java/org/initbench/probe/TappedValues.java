package org.initbench.probe;

import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What went through a tap during one iteration: of the first examples of a minibatch, and of the steps that its mask leaves in. */
final class TappedValues {

    private final Network network;
    private final WeightLayer layer;
    private final int examples;
    private final Scratch scratch;
    private final Stopwatch watch;
    private final Sample preactivations = new Sample();
    private final Sample activations = new Sample();
    private final Sample activationGradients = new Sample();
    private int steps;
    private int stepsBack;

    /**
     * Nothing yet.
     *
     * @param network of the layer
     * @param examples of a minibatch that are copied, at most, which counts as measuring
     * @param scratch lends memory for the copies
     */
    TappedValues(Network network, WeightLayer layer, int examples, Scratch scratch, Stopwatch watch) {
        this.network = network;
        this.layer = layer;
        this.examples = examples;
        this.scratch = scratch;
        this.watch = watch;
    }

    /** Does work for the sake of measuring alone, which counts as that. */
    void measuring(Runnable work) {
        watch.time(work);
    }

    /** Adds pre-activations, of a step that the activations follow. */
    void preactivation(INDArray values) {
        add(preactivations, values, mask().forward(steps), 1);
    }

    /** Adds activations, of the next step where a layer goes from step to step. */
    void activation(INDArray values) {
        add(activations, values, mask().forward(steps), 1);
        steps++;
    }

    /**
     * Adds gradients of the summed loss by activations, of the step before where a layer goes back step by step; nothing where it is
     * another network that goes back, as DL4J lets copies share the configuration of some layers.
     */
    void activationGradient(INDArray values) {
        activationGradient(values, network.batchSize());
    }

    /** The same of a minibatch of so many examples. */
    void activationGradient(INDArray values, int batch) {
        if (batch > 0) {
            add(activationGradients, values, mask().backward(stepsBack), batch);
            stepsBack++;
        }
    }

    private StepMask mask() {
        return new StepMask(network.mask(layer));
    }

    private void add(Sample sample, INDArray values, int step, double divisor) {
        watch.time(() ->
                mask().present(values, examples, step).ifPresent(present -> sample.add(present, divisor, scratch)));
    }

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
