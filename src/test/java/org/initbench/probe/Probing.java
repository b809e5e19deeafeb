package org.initbench.probe;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.result.LayerRow;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A listener for tests.
 *
 * @param rows what it has measured so far
 */
record Probing(ProbeListener listener, List<LayerRow> rows) {

    static final int BINS = 5;

    /** Measures every so many iterations and listens to the network. */
    static Probing every(MultiLayerNetwork network, int iterations) {
        return listening(
                network,
                new ProbeSettings(iteration -> iteration % iterations == 0, 1000, BINS, new ProbeSettings.Extremes()));
    }

    /** Measures the first iteration on so many examples. */
    static Probing first(MultiLayerNetwork network, int examples) {
        return listening(
                network, new ProbeSettings(iteration -> iteration == 0, examples, BINS, new ProbeSettings.Extremes()));
    }

    private static Probing listening(MultiLayerNetwork network, ProbeSettings settings) {
        List<LayerRow> rows = new ArrayList<>();
        ProbeListener listener = new ProbeListener(network, settings, rows::add);
        network.setListeners(listener);
        return new Probing(listener, rows);
    }

    /** As {@link ProbeListener#measure}. */
    void measure(INDArray features, INDArray labels) {
        listener.measure(features, labels);
    }
}
