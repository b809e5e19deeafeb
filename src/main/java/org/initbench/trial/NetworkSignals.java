package org.initbench.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.initbench.init.Initialization;
import org.initbench.init.NamedInitializer;
import org.initbench.init.Nonlinearities;
import org.initbench.init.Placement;
import org.initbench.init.Slot;
import org.initbench.network.Network;
import org.initbench.network.Part;
import org.initbench.network.Passage;
import org.initbench.network.Passage.Windowing;
import org.initbench.network.WeightLayer;
import org.initbench.theory.Grid;
import org.initbench.theory.Signal;
import org.initbench.theory.Weighing;
import org.initbench.theory.Window;
import org.initbench.theory.Window.Axis;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network as theory sees it: what each of its parts makes of the signals that go into it. */
final class NetworkSignals {

    private static final int MATRIX = 2;
    private static final int PICTURES = 4;

    /**
     * Where the signals of a layer with weights are measured.
     *
     * @param given what goes into the layer
     * @param preactivation before its activation, which may be a layer of its own
     * @param activation behind it
     */
    record Place(Signal given, Signal preactivation, Signal activation) {}

    private final Placement placement;
    private final List<Slot> slots;
    private final INDArray features;
    private final Signal input;
    private final Map<String, WeightLayer> layers = new HashMap<>();
    private final IdentityHashMap<ActivationLayer, WeightLayer> owners = new IdentityHashMap<>();
    private final Map<String, Signal> outputs = new HashMap<>();
    private final Map<Integer, Place> places = new HashMap<>();

    /** Why the shape of a signal is not known, where it is not. */
    private final IdentityHashMap<Signal, String> shapeless = new IdentityHashMap<>();

    /** The signals of a network whose input is {@code features}, examples first. */
    NetworkSignals(Network network, Placement placement, INDArray features) {
        this.placement = placement;
        this.slots = Initialization.slots(network);
        this.features = features;
        this.input = measured();
        for (WeightLayer layer : network.layers()) {
            layers.put(layer.key(), layer);
            if (layer.activationLayer() != null) {
                owners.put(layer.activationLayer(), layer);
            }
        }
        network.parts().forEach(this::add);
    }

    /** What goes into the network. */
    Signal input() {
        return input;
    }

    /** The signals of a layer with weights; empty for one whose place theory does not know. */
    Optional<Place> of(int layer) {
        return Optional.ofNullable(places.get(layer));
    }

    /** What a layer or vertex puts out; empty where the network has none of that name. */
    Optional<Signal> output(String key) {
        return Optional.ofNullable(outputs.get(key));
    }

    private Signal measured() {
        int examples = (int) features.size(0);
        if (features.rank() == MATRIX) {
            return Signal.measured(numbers(), examples, (int) features.size(1), Grid.POINT);
        }
        if (features.rank() == PICTURES) {
            return pictures((int) features.size(1), (int) features.size(2), (int) features.size(3));
        }
        return lost(Signal.unknown(examples, "sequences: theory follows no time steps"), "sequences: theory follows no time steps");
    }

    private Signal pictures(int channels, int height, int width) {
        return Signal.measured(numbers(), (int) features.size(0), channels, new Grid(height, width));
    }

    private double[] numbers() {
        return features.dup('c').data().asDouble();
    }

    private void add(Part part) {
        List<Signal> given = part.inputs().stream()
                .map(key -> outputs.getOrDefault(key, input))
                .toList();
        Signal output = output(part, given);
        outputs.put(part.key(), output);
    }

    private Signal output(Part part, List<Signal> given) {
        Signal first = given.get(0);
        WeightLayer layer = layers.get(part.key());
        Signal output =
                switch (part.passage()) {
                    case Passage.Dense dense -> dense(layer, dense.isNormalized(), first);
                    case Passage.Kernel kernel -> kernel(layer, kernel.windows(), first);
                    case Passage.Means means -> windowed(means.windows(), first, first::averaged);
                    case Passage.Maxima maxima -> windowed(maxima.windows(), first, windows -> Signal.unknown(
                            windows.to(), given, Passage.OF_MAXIMA));
                    case Passage.MeanOfAll all -> shapeless.containsKey(first) ? lost(given) : first.averaged(whole(first.grid()));
                    case Passage.Function function -> function(function.layer(), first);
                    case Passage.Normalization batch -> first.batchNormalized(batch.gamma(), batch.epsilon());
                    case Passage.Nothing nothing -> first;
                    case Passage.Pictures pictures -> first == input && features.rank() == MATRIX
                            ? pictures(pictures.channels(), pictures.height(), pictures.width())
                            : lost(given, "pictures made of rows: theory knows no positions in them");
                    case Passage.Sum sum -> first.plus(given.get(1));
                    case Passage.Other other -> lost(given, other.reason());
                };
        boolean isShapeless = given.stream().anyMatch(shapeless::containsKey) && !(part.passage() instanceof Passage.Dense);
        if (isShapeless) {
            shapeless.putIfAbsent(output, reason(given));
        }
        if (layer != null && !places.containsKey(layer.position())) {
            places.put(layer.position(), new Place(first, output, output));
        }
        return output;
    }

    private String reason(List<Signal> given) {
        return given.stream()
                .map(shapeless::get)
                .filter(reason -> reason != null)
                .findFirst()
                .orElseThrow();
    }

    private Signal lost(List<Signal> given) {
        return lost(given, reason(given));
    }

    private Signal lost(List<Signal> given, String reason) {
        return lost(Signal.unknown(Grid.POINT, given, reason), reason);
    }

    private Signal lost(Signal unknown, String reason) {
        shapeless.put(unknown, reason);
        return unknown;
    }
}
