package org.initbench.init;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gives a network its first parameters by initializers of the catalog. */
public final class Initialization {

    private static final String BIAS = "b";

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
     * initialization that it had, unless an initializer is DL4J's own, which then stands there. Nothing else is put into it.
     *
     * @param network yet to be initialized, whose layers with weights are dense, output, convolution, simple recurrent or
     *     embedding
     * @param placement which initializer gives which weights
     * @param seeding which random numbers each parameter gets
     * @param features the first training minibatch, for initializers that look at data
     * @return what initializers that look at data did, by layer
     * @throws UnsuitableInitializerException if an initializer cannot serve this network
     * @throws org.initbench.network.UnsuitableLayerException if a layer is of another kind
     */
    public static List<Adjustment> initialize(
            Network network, Placement placement, Seeding seeding, INDArray features) {
        List<Slot> slots = Slots.of(network);
        List<NamedInitializer> initializers = checked(placement, slots);
        new ConfiguredRules(network).initialize(network, initializers);
        return assign(network, slots, initializers, seeding, features);
    }

    /**
     * Gives the parameters of a network that is initialized already their values, as {@link #initialize} does. Weights of DL4J's
     * own initializers stay as they are.
     */
    public static List<Adjustment> assign(Network network, Placement placement, Seeding seeding, INDArray features) {
        List<Slot> slots = Slots.of(network);
        return assign(network, slots, checked(placement, slots), seeding, features);
    }

    private static List<NamedInitializer> checked(Placement placement, List<Slot> slots) {
        List<NamedInitializer> initializers = slots.stream().map(placement::at).toList();
        initializers.stream().distinct().forEach(each -> each.initializer().check(slots));
        return initializers;
    }

    private static List<Adjustment> assign(
            Network network,
            List<Slot> slots,
            List<NamedInitializer> initializers,
            Seeding seeding,
            INDArray features) {
        setWeights(network, initializers, slots, seeding);
        setBiases(network, initializers, slots, seeding);
        return adjust(network, initializers, slots, features);
    }

    /** The weight parameters of a network that is yet to be initialized, in the order in which DL4J initializes them. */
    public static List<Slot> slots(Network network) {
        return Slots.of(network);
    }

    private static void setWeights(
            Network network, List<NamedInitializer> initializers, List<Slot> slots, Seeding seeding) {
        List<WeightLayer> layers = network.layers();
        Function<Slot, Draws> draws = seeding.weights();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Initializer initializer = initializers.get(i).initializer();
            if (initializer.weightInit().isEmpty()) {
                String name = layers.get(slot.layer()).key() + "_" + slot.parameter();
                assign(network.parameter(name), initializer.weights(slot, draws.apply(slot)));
            }
        }
    }

    /** In the order of memory: that of rows of weights into each unit. */
    private static void assign(INDArray parameter, double[] values) {
        parameter.assign(Nd4j.createFromArray(values).reshape(parameter.ordering(), parameter.shape()));
    }

    private static void setBiases(
            Network network, List<NamedInitializer> initializers, List<Slot> slots, Seeding seeding) {
        List<WeightLayer> layers = network.layers();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            String name = layers.get(slot.layer()).key() + "_" + BIAS;
            if (slot.kind() != Slot.Kind.RECURRENT
                    && network.model().paramTable().containsKey(name)) {
                assign(
                        network.parameter(name),
                        seeding.biases(initializers.get(i).initializer(), slot));
            }
        }
    }

    /** Each initializer looks at the layers that have weights from it, in the order in which they come first. */
    private static List<Adjustment> adjust(
            Network network, List<NamedInitializer> initializers, List<Slot> slots, INDArray features) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (NamedInitializer initializer : initializers.stream().distinct().toList()) {
            List<WeightLayer> layers = network.layers().stream()
                    .filter(layer -> IntStream.range(0, slots.size())
                            .anyMatch(i -> slots.get(i).layer() == layer.position()
                                    && initializers.get(i).equals(initializer)))
                    .toList();
            adjustments.addAll(initializer.initializer().adjust(network, layers, features));
        }
        adjustments.sort(Comparator.comparingInt(Adjustment::layer));
        return List.copyOf(adjustments);
    }
}
