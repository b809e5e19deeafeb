package org.initbench.probe;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.initbench.probe.WeightLayers.WeightLayer;
import org.initbench.result.LayerRow;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A DL4J listener that measures weights, biases, pre-activations, activations, gradients and updates of every layer with
 * weights, at the iterations that its settings name. Between those it costs nothing; during them the loss, the gradients
 * and the updates stay the same to the last bit.
 *
 * <p>Add it with {@code network.setListeners} before training, then read {@link #rows}.
 */
public final class ProbeListener extends BaseTrainingListener {

    private final MultiLayerNetwork network;
    private final ProbeSettings settings;
    private final List<WeightLayer> layers;
    private final List<LayerRow> rows = new ArrayList<>();
    private List<LayerProbe> probes = List.of();
    private long nanos;

    /** A listener for this network, which must be initialized; it begins with the network's next iteration. */
    public ProbeListener(MultiLayerNetwork network, ProbeSettings settings) {
        this.network = network;
        this.settings = settings;
        this.layers = WeightLayers.of(network);
        openIfIncluded(network.getIterationCount());
    }

    /** What was measured so far, by iteration, layer and quantity. */
    public List<LayerRow> rows() {
        return List.copyOf(rows);
    }

    /** Time spent on reducing what was copied. */
    public long nanos() {
        return nanos;
    }

    /**
     * Measures the network as it is, without an update: by a forward and a backward pass on these examples, or by a forward
     * pass alone where the network has no loss or the examples no labels. The listener must be among those of the network.
     */
    public void measure(INDArray features, INDArray labels) {
        open(network.getIterationCount());
        if (network.getOutputLayer() instanceof IOutputLayer && !labels.isEmpty()) {
            network.setInput(features);
            network.setLabels(labels);
            network.computeGradientAndScore();
            network.clear();
        } else {
            network.feedForward(features, true);
            long start = System.nanoTime();
            for (LayerProbe probe : probes) {
                probe.measureParameters(network);
                probe.measureActivations();
            }
            nanos += System.nanoTime() - start;
        }
        close();
    }

    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
        probes.forEach(LayerProbe::forwardPassEnds);
    }

    @Override
    public void onBackwardPass(Model model) {
        long start = System.nanoTime();
        for (LayerProbe probe : probes) {
            probe.measureParameters(network);
            probe.measureActivations();
            probe.measureGradients(network, network.batchSize());
        }
        nanos += System.nanoTime() - start;
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        long start = System.nanoTime();
        probes.forEach(probe -> probe.measureUpdates(network));
        nanos += System.nanoTime() - start;
        close();
        openIfIncluded(iteration + 1);
    }

    private void openIfIncluded(int iteration) {
        if (settings.includes().test(iteration)) {
            open(iteration);
        }
    }

    private void open(int iteration) {
        close();
        probes = layers.stream()
                .map(layer -> new LayerProbe(layer, settings, iteration))
                .toList();
    }

    private void close() {
        probes.forEach(probe -> rows.addAll(probe.close()));
        probes = List.of();
    }
}
