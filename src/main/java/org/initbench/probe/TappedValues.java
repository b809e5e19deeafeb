package org.initbench.probe;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What went through a tap during one iteration: of the first examples of a minibatch, and of the steps that its mask leaves in. */
final class TappedValues {

    private final int examples;
    private final Supplier<@Nullable INDArray> mask;
    private final Stopwatch watch;
    private final Sample preactivations = new Sample();
    private final Sample activations = new Sample();
    private final Sample activationGradients = new Sample();
    private int steps;
    private int stepsBack;

    /**
     * Nothing yet.
     *
     * @param examples of a minibatch that are copied, at most, which counts as measuring
     * @param mask of the layer, at any time
     */
    TappedValues(int examples, Supplier<@Nullable INDArray> mask, Stopwatch watch) {
        this.examples = examples;
        this.mask = mask;
        this.watch = watch;
    }

    /** Does work for the sake of measuring alone, which counts as that. */
    void measuring(Runnable work) {
        watch.time(work);
    }

    /** Adds pre-activations, of a step that the activations follow. */
    void preactivation(INDArray values) {
        add(preactivations, values, steps, 1);
    }

    /** Adds activations, of the next step where a layer goes from step to step. */
    void activation(INDArray values) {
        add(activations, values, steps, 1);
        steps++;
    }

    /** Adds gradients of the summed loss by activations, of the step before where a layer goes back step by step. */
    void activationGradient(INDArray values) {
        stepsBack++;
        add(activationGradients, values, steps - stepsBack, (double) values.size(0));
    }

    private void add(Sample sample, INDArray values, int step, double divisor) {
        watch.time(() -> new StepMask(mask.get())
                .present(values, examples, step)
                .ifPresent(present -> sample.add(present, divisor)));
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
