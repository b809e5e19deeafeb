package org.initbench.init;

import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.initbench.init.Slots.WeightLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Builds a network from a DL4J configuration and an initializer of the catalog. */
public final class Initialization {

    private static final String BIAS = "b";

    private Initialization() {}

    /**
     * The network with its first parameters. Whatever weight initialization the configuration had is replaced.
     *
     * @param configuration whose layers with weights are dense, output, convolution, simple recurrent or embedding
     * @param initializer as {@link Catalog#parse} gives it
     * @param seeding which random numbers each parameter gets
     * @param features the first training minibatch, for initializers that look at data
     * @throws UnsuitableInitializerException if the initializer cannot serve this network
     */
    public static MultiLayerNetwork initialize(
            MultiLayerConfiguration configuration, NamedInitializer initializer, Seeding seeding, INDArray features) {
        List<WeightLayer> layers = Slots.layers(configuration);
        List<Slot> slots = Slots.of(layers);
        Slots.plant(
                layers,
                IntStream.range(0, slots.size())
                        .mapToObj(index -> planned(initializer, slots, index, seeding))
                        .toList());
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        setBiases(network, layers, slots, initializer.initializer(), seeding);
        initializer.initializer().adjust(network, features);
        return network;
    }

    private static IWeightInit planned(NamedInitializer initializer, List<Slot> slots, int index, Seeding seeding) {
        return initializer
                .initializer()
                .weightInit()
                .orElseGet(() -> new SlotWeightInit(initializer.spec(), slots, index, seeding));
    }

    /** The weight parameters of a configuration, in the order in which DL4J initializes them. */
    public static List<Slot> slots(MultiLayerConfiguration configuration) {
        return Slots.of(Slots.layers(configuration));
    }

    private static void setBiases(
            MultiLayerNetwork network,
            List<WeightLayer> layers,
            List<Slot> slots,
            Initializer initializer,
            Seeding seeding) {
        for (Slot slot : slots) {
            INDArray biases = network.getParam(layers.get(slot.layer()).index() + "_" + BIAS);
            if (biases != null && slot.kind() != Slot.Kind.RECURRENT) {
                double[] values = seeding.biases(initializer, slot);
                biases.assign(Nd4j.createFromArray(values).reshape(biases.shape()));
            }
        }
    }
}
