package org.initbench.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.initbench.network.ActivationStandIn;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How far what hidden layers put out for the same examples has moved since before the first update: the coordinate check, by which
 * parametrizations are told from initializers. Layers with gates or without a function of their own are left out. Yang et al. 2022, sec. 4 and
 * app. D.1.
 */
public final class ActivationChange {

    /** A layer that is looked at. */
    private record Seen(int position, String name) {}

    private final Network network;
    private final INDArray features;
    private final ProbeSettings settings;
    private final Consumer<LayerRow> rows;
    private final Map<Seen, INDArray> first;
    private final Scratch scratch = new Scratch();

    /**
     * Measures where the layers stand.
     *
     * @param features examples to look at, of which a copy is kept
     * @param rows takes what is measured later on
     */
    public ActivationChange(Network network, INDArray features, ProbeSettings settings, Consumer<LayerRow> rows) {
        this.network = network;
        this.features = features.dup();
        this.settings = settings;
        this.rows = rows;
        this.first = activations();
    }

    /** Gives a row for each layer, where this iteration is to be measured; before the first update there is nothing to see. */
    public void measure(int iteration) {
        if (iteration > 0 && settings.includes().test(iteration)) {
            measureNow(iteration);
        }
    }

    /** Gives a row for each layer. */
    public void measureNow(int iteration) {
        activations().forEach((layer, now) -> {
            INDArray before = first.get(layer);
            if (before != null) {
                rows.accept(row(layer, iteration, now.sub(before)));
            }
        });
    }

    private LayerRow row(Seen layer, int iteration, INDArray change) {
        Sample sample = new Sample();
        sample.add(change, 1, scratch);
        Reduction reduced = Reduction.of(sample, Saturation.NONE, settings, scratch);
        sample.release();
        return new LayerRow(
                iteration,
                layer.position(),
                layer.name(),
                Quantity.ACTIVATION_CHANGE,
                reduced.statistics(),
                null,
                null,
                null,
                null,
                reduced.histogram());
    }

    private Map<Seen, INDArray> activations() {
        List<WeightLayer> layers = network.layers();
        List<WeightLayer> seen =
                layers.stream().filter(ActivationChange::isSeen).toList();
        List<Recorder> recorders = seen.stream().map(Recorder::into).toList();
        try {
            network.forward(features, layers.get(layers.size() - 1), false);
        } finally {
            for (int i = 0; i < seen.size(); i++) {
                seen.get(i).setActivation(recorders.get(i).original());
            }
        }
        Map<Seen, INDArray> activations = new LinkedHashMap<>();
        for (int i = 0; i < seen.size(); i++) {
            activations.put(
                    new Seen(seen.get(i).position(), seen.get(i).name()),
                    recorders.get(i).all());
        }
        return activations;
    }

    private static boolean isSeen(WeightLayer layer) {
        return layer.kind().hasActivation()
                && layer.kind().loss().isEmpty()
                && layer.kind().gateActivation().isEmpty();
    }

    /** Keeps what an activation puts out, step after step where it is asked more than once. */
    private static final class Recorder extends ActivationStandIn {

        private static final long serialVersionUID = 1L;

        private final transient List<INDArray> outputs = new ArrayList<>();

        private Recorder(IActivation activation) {
            super(activation);
        }

        static Recorder into(WeightLayer layer) {
            Recorder recorder = new Recorder(layer.activation());
            layer.setActivation(recorder);
            return recorder;
        }

        @Override
        public INDArray getActivation(INDArray in, boolean training) {
            INDArray out = original().getActivation(in, training);
            outputs.add(out.dup('c').detach());
            return out;
        }

        @Override
        public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
            throw new UnsupportedOperationException("there is no backward pass while activations are recorded");
        }

        private INDArray all() {
            return outputs.size() == 1 ? outputs.get(0) : Nd4j.concat(0, outputs.toArray(INDArray[]::new));
        }
    }
}
