package org.initbench.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.initbench.network.LayerWatcher;
import org.initbench.network.Network;
import org.initbench.network.ResidualBranch;
import org.initbench.network.WeightLayer;
import org.initbench.result.LayerRow;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * A DL4J listener that measures weights, biases, pre-activations, activations, gradients and updates of every layer with
 * weights, at the iterations that its settings name. Between those it costs nothing; during them the loss, the gradients
 * and the updates stay the same to the last bit.
 *
 * <p>Add it with {@code network.addListeners} before training. Rows are handed on as soon as an iteration is over, by
 * iteration, layer and quantity, and not kept.
 */
public final class ProbeListener extends BaseTrainingListener implements AutoCloseable {

    private final Network network;
    private final ProbeSettings settings;
    private final List<WeightLayer> layers;
    private final List<ResidualBranch> branches;
    private final Consumer<LayerRow> rows;
    private final Scratch scratch = new Scratch();
    private final Stopwatch watch;
    private List<LayerProbe> probes = List.of();

    /**
     * A listener for this network, which must be initialized; it begins with the network's next iteration.
     *
     * @param model a {@code MultiLayerNetwork} or {@code ComputationGraph}
     * @param rows takes what is measured
     */
    public ProbeListener(Model model, ProbeSettings settings, Consumer<LayerRow> rows) {
        this(model, settings, rows, new Stopwatch());
    }

    ProbeListener(Model model, ProbeSettings settings, Consumer<LayerRow> rows, Stopwatch watch) {
        this.rows = rows;
        this.watch = watch;
        this.network = Network.of(model);
        this.settings = settings;
        this.layers = network.layers();
        this.branches = network.residualBranches();
        openIfIncluded(network.iteration());
    }

    /** Time spent on measuring: on copying what goes through the layers, on reducing it, and on passes made for that alone. */
    public long nanos() {
        return watch.nanos();
    }

    /**
     * Measures the network as it is, without an update: by a forward and a backward pass on these examples, or by a forward
     * pass alone where the network has no loss or the examples no labels. The listener must be among those of the network.
     */
    public void measure(INDArray features, INDArray labels) {
        measure(new DataSet(features, labels));
    }

    /** The same of examples with masks, where they have any. */
    public void measure(DataSet examples) {
        watch.time(() -> {
            open(network.iteration());
            if (network.hasLoss() && !examples.getLabels().isEmpty()) {
                network.computeGradients(examples);
            } else {
                network.forward(examples.getFeatures(), layers.get(layers.size() - 1), true);
                for (LayerProbe probe : probes) {
                    probe.measureParameters();
                    probe.measureActivations();
                }
            }
            handOn();
        });
    }

    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
        probes.forEach(probe -> probe.forwardPassEnds(activations));
    }

    @Override
    public void onForwardPass(Model model, Map<String, INDArray> activations) {
        probes.forEach(probe -> probe.forwardPassEnds(activations));
        watch.time(() -> probes.forEach(probe -> probe.copySums(activations)));
    }

    @Override
    public void onBackwardPass(Model model) {
        beforeUpdate(model.gradient(), model.batchSize());
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        watch.time(() -> {
            probes.forEach(probe -> probe.measureUpdates(model.gradient()));
            handOn();
            openIfIncluded(iteration + 1);
        });
    }

    /**
     * Has somebody else who goes through the layers, there and back, show what it sees: stands in for what the listener hears of DL4J's
     * passes.
     *
     * @return who is to see each layer, by its key
     */
    public Map<String, LayerWatcher> watch(int iteration) {
        handOn();
        Map<String, LayerWatcher> watchers = new HashMap<>();
        List<LayerProbe> watching = new ArrayList<>();
        for (WeightLayer layer : layers) {
            WatchedTap tap = new WatchedTap(layer, values(layer));
            watchers.put(layer.key(), tap);
            watching.add(probe(layer, List.of(), iteration, tap));
        }
        probes = watching;
        return watchers;
    }

    /** Measures gradients, summed over so many examples, and what the watchers saw. */
    public void beforeUpdate(Gradient gradients, int examples) {
        watch.time(() -> {
            for (LayerProbe probe : probes) {
                probe.measureParameters();
                probe.measureActivations();
                probe.measureGradients(gradients, examples);
            }
        });
    }

    /** Measures the negative of updates. */
    public void afterUpdate(Gradient updates) {
        watch.time(() -> {
            probes.forEach(probe -> probe.measureUpdates(updates));
            handOn();
        });
    }

    /** Has the next iteration measured where it is to be, after others that no listener heard of. */
    public void awaitNext() {
        if (probes.isEmpty()) {
            openIfIncluded(network.iteration());
        }
    }

    private void openIfIncluded(int iteration) {
        if (settings.includes().test(iteration)) {
            open(iteration);
        }
    }

    private void open(int iteration) {
        handOn();
        probes = layers.stream()
                .map(layer -> probe(layer, sums(layer), iteration, Tap.into(layer, values(layer))))
                .toList();
    }

    private LayerProbe probe(WeightLayer layer, List<String> sums, int iteration, Tap tap) {
        return new LayerProbe(layer, sums, settings, scratch, network, iteration, tap);
    }

    private TappedValues values(WeightLayer layer) {
        return new TappedValues(network, layer, settings.examples(), scratch, watch);
    }

    private List<String> sums(WeightLayer layer) {
        return branches.stream()
                .filter(branch -> branch.last().key().equals(layer.key()))
                .map(ResidualBranch::sum)
                .toList();
    }

    private void handOn() {
        List<LayerProbe> done = probes;
        probes = List.of();
        List<LayerRow> measured =
                done.stream().flatMap(probe -> probe.close().stream()).toList();
        measured.forEach(rows);
    }

    /** Leaves the network as it was; nothing is measured from now on but by {@link #measure}. */
    @Override
    public void close() {
        handOn();
    }
}
