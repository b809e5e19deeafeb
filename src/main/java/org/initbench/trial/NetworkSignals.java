package org.initbench.trial;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.initbench.init.Initialization;
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
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network as theory sees it: what each of its parts makes of the signals that go into it. */
final class NetworkSignals {

    private static final int MATRIX = 2;
    private static final int PICTURES = 4;
    private static final String OF_SEQUENCES = "sequences: theory follows no time steps";

    /**
     * Where the signals of a layer with weights are measured.
     *
     * @param preactivation before its activation, which may be a layer of its own
     * @param activation behind it
     */
    record Place(Signal preactivation, Signal activation) {}

    private final Placement placement;
    private final List<Slot> slots;
    private final INDArray features;
    private final Signal input;
    private final Map<String, WeightLayer> layers = new HashMap<>();
    private final IdentityHashMap<ActivationLayer, WeightLayer> owners = new IdentityHashMap<>();
    private final List<Part> parts;
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
        this.parts = network.parts();
        parts.forEach(this::add);
    }

    /** What goes into the network. */
    Signal input() {
        return input;
    }

    /** The signals of a layer with weights; empty for one whose place theory does not know. */
    Optional<Place> of(int layer) {
        return Optional.ofNullable(places.get(layer));
    }

    /**
     * What comes of a layer's output without further weights: behind it, behind the sum that it is part of, and so on. A gradient there is one that
     * nothing before depends on.
     */
    Optional<Signal> end(WeightLayer layer) {
        Place place = places.get(layer.position());
        Signal end = place == null ? null : place.activation();
        String key = layer.key();
        for (Part part : parts) {
            boolean isBare = part.passage() instanceof Passage.Sum
                    || part.passage() instanceof Passage.Function
                    || part.passage() instanceof Passage.Nothing;
            if (end != null && isBare && part.inputs().contains(key)) {
                key = part.key();
                end = outputs.get(key);
            }
        }
        return Optional.ofNullable(end);
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
        return lost(Signal.unknown(examples, OF_SEQUENCES), OF_SEQUENCES);
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
        Optional<WeightLayer> layer = Optional.ofNullable(layers.get(part.key()));
        Signal output = made(part.passage(), layer, given);
        boolean isShapeless =
                !(part.passage() instanceof Passage.Dense) && given.stream().anyMatch(shapeless::containsKey);
        if (isShapeless) {
            shapeless.putIfAbsent(output, reason(given));
        }
        layer.ifPresent(known -> places.putIfAbsent(known.position(), new Place(output, output)));
        return output;
    }

    private Signal made(Passage passage, Optional<WeightLayer> layer, List<Signal> given) {
        Signal first = given.get(0);
        boolean isShapeless = shapeless.containsKey(first);
        if (passage instanceof Passage.Dense dense) {
            return dense(layer.orElseThrow(), dense.isNormalized(), first);
        }
        if (passage instanceof Passage.Kernel kernel) {
            return isShapeless ? lost(given) : kernel(layer.orElseThrow(), kernel.windows(), first);
        }
        if (passage instanceof Passage.Means means) {
            return isShapeless ? lost(given) : first.averaged(window(means.windows(), first.grid()));
        }
        if (passage instanceof Passage.Maxima maxima) {
            return isShapeless
                    ? lost(given)
                    : Signal.unknown(window(maxima.windows(), first.grid()).to(), given, Passage.OF_MAXIMA);
        }
        if (passage instanceof Passage.MeanOfAll) {
            return isShapeless ? lost(given) : first.averaged(Window.over(first.grid()));
        }
        if (passage instanceof Passage.Function function) {
            return function(function.layer(), first);
        }
        if (passage instanceof Passage.Normalization batch) {
            return first.batchNormalized(batch.gamma(), batch.epsilon());
        }
        if (passage instanceof Passage.RowNormalization rows) {
            return first.normalized(rows.units(), rows.epsilon());
        }
        if (passage instanceof Passage.Pictures pictures) {
            return first == input && features.rank() == MATRIX
                    ? pictures(pictures.channels(), pictures.height(), pictures.width())
                    : lost(given, "pictures made of rows: theory knows no positions in them");
        }
        if (passage instanceof Passage.Sum) {
            return first.plus(given.get(1));
        }
        return passage instanceof Passage.Other other ? lost(given, other.reason()) : first;
    }

    private Signal dense(WeightLayer layer, boolean isNormalized, Signal given) {
        return weighing(layer, slot -> (double) slot.inputs() / given.grid().positions(), isNormalized)
                .map(weights -> {
                    Signal sums = given.weighted(weights);
                    return isNormalized ? sums.normalized((int) weights.units(), 0) : sums;
                })
                .map(sums -> activated(layer, sums))
                .orElseGet(() -> unpromised(layer, Grid.POINT, given));
    }

    private Signal kernel(WeightLayer layer, Windowing windows, Signal given) {
        Window window = window(windows, given.grid());
        return weighing(layer, slot -> (double) slot.channelsIn(), false)
                .map(weights -> activated(layer, given.weighted(window, weights)))
                .orElseGet(() -> unpromised(layer, window.to(), given));
    }

    private Signal unpromised(WeightLayer layer, Grid grid, Signal given) {
        return Signal.unknown(grid, List.of(given), layer.name() + ": its initializer promises no variance");
    }

    /** Empty where a layer's weights or biases have no variance that is promised. */
    private Optional<Weighing> weighing(WeightLayer layer, ToDoubleFunction<Slot> channels, boolean hasBiasesBehind) {
        List<Slot> own =
                slots.stream().filter(slot -> slot.layer() == layer.position()).toList();
        if (own.size() != 1) {
            return Optional.empty();
        }
        Slot slot = own.get(0);
        OptionalDouble variance = placement.at(slot).initializer().variance(slot);
        double biases = layer.biases().isEmpty() ? 0 : placement.biasesAt(slot).biasVariance(slot);
        boolean isKnown = variance.isPresent() && !Double.isNaN(biases) && !(hasBiasesBehind && biases != 0);
        return isKnown
                ? Optional.of(new Weighing(channels.applyAsDouble(slot), slot.units(), variance.getAsDouble(), biases))
                : Optional.empty();
    }

    private Signal activated(WeightLayer layer, Signal sums) {
        Signal output = through(layer.kind().activation(), sums);
        places.put(layer.position(), new Place(sums, output));
        return output;
    }

    private Signal function(ActivationLayer layer, Signal given) {
        Signal output = through(layer.getActivationFn(), given);
        WeightLayer owner = owners.get(layer);
        if (owner != null) {
            places.put(owner.position(), new Place(given, output));
        }
        return output;
    }

    private static Signal through(IActivation activation, Signal given) {
        if (activation instanceof ActivationIdentity) {
            return given;
        }
        return Nonlinearities.of(activation)
                .map(given::activated)
                .orElseGet(() -> Signal.unknown(
                        given.grid(), List.of(given), activation + ": theory has no moments of this activation"));
    }

    private static Window window(Windowing windows, Grid grid) {
        return new Window(axis(windows, 0, grid.height()), axis(windows, 1, grid.width()));
    }

    private static Axis axis(Windowing windows, int which, int size) {
        int kernel = windows.kernel().get(which);
        int stride = windows.stride().get(which);
        int dilation = windows.dilation().get(which);
        return windows.isSame()
                ? Axis.same(kernel, stride, dilation, size)
                : Axis.padded(kernel, stride, windows.padding().get(which), dilation, size);
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
