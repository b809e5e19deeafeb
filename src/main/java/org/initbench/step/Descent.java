package org.initbench.step;

import java.util.Optional;

/** What becomes of the parameters once their gradients are there, summed over examples. */
interface Descent {

    /**
     * Changes the parameters.
     *
     * @return whether the gradients are what they were
     */
    boolean step(int examples, int iteration, int epoch);

    /** Has the vectors of words updated when they are read, where this updater can. */
    default void putOff(Words words) {}

    /**
     * That of a network: in one pass where its updater is known here and nothing is added to gradients, else DL4J's; empty where that is
     * none of DL4J's own.
     */
    static Optional<Descent> of(PlannedModel network) {
        return network.updater()
                .map(updater -> PlainDescent.of(network, updater).orElseGet(() -> new Dl4jDescent(network, updater)));
    }
}
