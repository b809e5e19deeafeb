package org.initbench.step;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** What becomes of the parameters once their gradients are there, summed over examples. */
interface Descent {

    /**
     * Changes the parameters.
     *
     * @return whether the gradients are what they were
     */
    boolean step(int examples, int iteration, int epoch);

    /** That of a network: in one pass where its updater is known here and nothing is added to gradients, else DL4J's. */
    static Descent of(MultiLayerNetwork network) {
        return PlainDescent.of(network).<Descent>map(plain -> plain).orElseGet(() -> new Dl4jDescent(network));
    }
}
