package org.initbench.probe;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Listeners for tests. */
final class Probing {

    static final int BINS = 5;

    private Probing() {}

    /** Measures every so many iterations and listens to the network. */
    static ProbeListener every(MultiLayerNetwork network, int iterations) {
        return listening(
                network,
                new ProbeSettings(iteration -> iteration % iterations == 0, 1000, BINS, new ProbeSettings.Extremes()));
    }

    /** Measures the first iteration on so many examples. */
    static ProbeListener first(MultiLayerNetwork network, int examples) {
        return listening(
                network, new ProbeSettings(iteration -> iteration == 0, examples, BINS, new ProbeSettings.Extremes()));
    }

    private static ProbeListener listening(MultiLayerNetwork network, ProbeSettings settings) {
        ProbeListener listener = new ProbeListener(network, settings);
        network.setListeners(listener);
        return listener;
    }
}
