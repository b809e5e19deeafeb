package org.initbench.init;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.init.Slots.Place;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gives a network its first parameters by initializers of the catalog. */
public final class Initialization {

    private Initialization() {}

    /** The network of a stack of layers, initialized as {@link #initialize(Network, Placement, Seeding, INDArray)} does. */
    public static MultiLayerNetwork initialize(
            MultiLayerConfiguration configuration, NamedInitializer initializer, Seeding seeding, INDArray features) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        initialize(Network.of(network), Placement.everywhere(initializer), seeding, features);
        return network;
    }

    /** The network of a graph, initialized as {@link #initialize(Network, Placement, Seeding, INDArray)} does. */
    public static ComputationGraph initialize(
            ComputationGraphConfiguration configuration,
            NamedInitializer initializer,
            Seeding seeding,
            INDArray features) {
        ComputationGraph network = new ComputationGraph(configuration);
        initialize(Network.of(network), Placement.everywhere(initializer), seeding, features);
        return network;
    }

    /**
     * Initializes a network: DL4J makes its arrays, then every weight and bias gets its value. The configuration keeps the weight
     * initialization that it had, unless an initializer is DL4J's own, which then stands there. A parametrization
     * multiplies the learning rates of its layers. Nothing else is put into it.
     *
     * @param network yet to be initialized; layers of a family that is not known, and frozen ones, keep DL4J's own values
     * @param placement which initializer gives which weights
     * @param seeding which random numbers each parameter gets
     * @param features the first training minibatch, for initializers that look at data
     * @return what initializers that look at data did, by layer
     * @throws UnsuitableInitializerException if an initializer cannot serve this network
     */
    public static List<Adjustment> initialize(
            Network network, Placement placement, Seeding seeding, INDArray features) {
        List<Place> places = Slots.places(network);
        List<NamedInitializer> initializers = checked(placement, places);
        Parametrization.setRates(network, places, initializers);
        new ConfiguredRules(network, places, initializers).initialize(network);
        return assign(network, placement, places, initializers, seeding, features);
    }

    /**
     * Gives the parameters of a network that is initialized already their values, as {@link #initialize} does. Weights of DL4J's
     * own initializers stay as they are.
     *
     * @throws UnsuitableInitializerException if an initializer cannot serve this network, or sets learning rates, which it has already
     */
    public static List<Adjustment> assign(Network network, Placement placement, Seeding seeding, INDArray features) {
        List<Place> places = Slots.places(network);
        Parametrization.refuse(placement);
        return assign(network, placement, places, checked(placement, places), seeding, features);
    }

    /**
     * Why initializers cannot serve a network, as far as that is known without data; nothing where they can.
     *
     * @param network yet to be initialized
     */
    public static Optional<String> problem(Network network, Placement placement) {
        try {
            List<Place> places = Slots.places(network);
            Parametrization.check(network, places, checked(placement, places));
            return Optional.empty();
        } catch (UnsuitableInitializerException unsuitable) {
            return Optional.of(String.valueOf(unsuitable.getMessage()));
        }
    }

    private static List<NamedInitializer> checked(Placement placement, List<Place> places) {
        List<Slot> slots = places.stream().map(Place::slot).toList();
        List<NamedInitializer> initializers = slots.stream().map(placement::at).toList();
        initializers.stream().distinct().forEach(each -> each.initializer().check(slots));
        Optional.ofNullable(placement.biases())
                .ifPresent(rule -> rule.initializer().check(slots));
        IntStream.range(0, slots.size())
                .forEach(i -> initializers.get(i).initializer().check(slots.get(i)));
        return initializers;
    }

    private static List<Adjustment> assign(
            Network network,
            Placement placement,
            List<Place> places,
            List<NamedInitializer> initializers,
            Seeding seeding,
            INDArray features) {
        setWeights(network, initializers, places, seeding);
        setBiases(network, placement, places, seeding);
        return adjust(network, initializers, places, features);
    }

    /** The weight parameters of a network that is yet to be initialized, in the order in which DL4J initializes them. */
    public static List<Slot> slots(Network network) {
        return Slots.of(network);
    }

    private static void setWeights(
            Network network, List<NamedInitializer> initializers, List<Place> places, Seeding seeding) {
        Function<Slot, Draws> generators = seeding.weights();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            Initializer initializer = initializers.get(i).initializer();
            if (initializer.dl4j().isEmpty()) {
                Draws draws = generators.apply(place.slot());
                int matrices = place.weights().matrices();
                double[] values = matrices == 1
                        ? initializer.weights(place.slot(), draws)
                        : initializer.matrices(place.slot(), matrices, draws);
                String name = place.layer().parameter(place.weights().key());
                place.weights().assign(network.parameter(name), values);
            }
        }
    }

    private static void setBiases(Network network, Placement placement, List<Place> places, Seeding seeding) {
        for (Place place : places) {
            String key = String.valueOf(place.weights().bias());
            INDArray biases = network.model().paramTable().get(place.layer().parameter(key));
            if (biases != null) {
                int size = Math.toIntExact(biases.length());
                double[] values = seeding.biases(placement.biasesAt(place.slot()), place.slot(), key, size)
                        .orElseGet(() -> place.layer().kind().firstBiases(place.weights(), size));
                biases.assign(Nd4j.createFromArray(values).reshape(biases.ordering(), biases.shape()));
            }
        }
    }

    /** Each initializer looks at the layers that have weights from it, in the order in which they come first. */
    private static List<Adjustment> adjust(
            Network network, List<NamedInitializer> initializers, List<Place> places, INDArray features) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (NamedInitializer initializer : initializers.stream().distinct().toList()) {
            List<WeightLayer> layers = network.layers().stream()
                    .filter(layer -> IntStream.range(0, places.size())
                            .anyMatch(i -> places.get(i).layer().position() == layer.position()
                                    && initializers.get(i).equals(initializer)))
                    .toList();
            adjustments.addAll(initializer.initializer().adjust(network, layers, features));
        }
        adjustments.sort(Comparator.comparingInt(Adjustment::layer));
        return List.copyOf(adjustments);
    }
}
