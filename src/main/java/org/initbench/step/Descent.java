package org.initbench.step;

import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;

/** What becomes of the parameters once their gradients are there, summed over examples. */
interface Descent {

    /**
     * Changes the parameters.
     *
     * @return whether the gradients are what they were
     */
    boolean step(int examples, int iteration, int epoch);

    /**
     * The same, and leaves what each parameter changed by, negative, in the place of its gradient, be its updates put off or not. All is
     * settled afterwards.
     */
    void stepShown(int examples, int iteration, int epoch);

    /** Has the vectors of words updated when they are read, where this updater can. */
    default void putOff(Words words) {}

    /** Puts what it keeps of the updater's state into the network's memory. */
    default void settle() {}

    /** That of a network: in one pass where its updater is known here and nothing is added to gradients, else DL4J's. */
    static Descent of(PlannedModel network, BaseMultiLayerUpdater<?> updater) {
        return PlainDescent.of(network, updater).orElseGet(() -> new Dl4jDescent(network, updater));
    }
}
