package org.initbench.conformance;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.initbench.network.Network;

/**
 * A layer of some sizes.
 *
 * @param network of the layer, the last of it, with what is set for the whole network; another each time
 * @param readings by DL4J's key
 * @param isReached whether a rule that is set for the network reaches the layer, as read in DL4J's source
 * @param problem why there is no such layer; empty where there is
 */
record LayerDefinition(
        Function<NeuralNetConfiguration.Builder, Network> network,
        Map<String, Reading> readings,
        Biases biases,
        boolean isReached,
        Optional<String> problem) {

    /**
     * What DL4J hands to the rule of a weight parameter, as read in its source.
     *
     * @param why the fans are others than those of the field; empty where they are not
     * @param defence what speaks for DL4J's; empty where nothing does
     */
    record Reading(double fanIn, double fanOut, String why, String defence) {

        /** Fans that nothing need be said of. */
        static Reading plain(double fanIn, double fanOut) {
            return new Reading(fanIn, fanOut, "", "");
        }
    }

    /**
     * What DL4J does with {@code biasInit} of a network, as read in its source.
     *
     * @param arrives whether biases begin at it
     * @param remark where they do not: why; empty where they do
     */
    record Biases(boolean arrives, String remark) {

        static final Biases ARRIVE = new Biases(true, "");
    }

    /**
     * A layer that the network's rule reaches.
     *
     * @param layer another each time, as one that has been in a network keeps its rule
     */
    static LayerDefinition of(InputType input, Supplier<Layer> layer, Biases biases, Map<String, Reading> readings) {
        return new LayerDefinition(builder -> network(builder, input, layer), readings, biases, true, Optional.empty());
    }

    private static Network network(NeuralNetConfiguration.Builder builder, InputType input, Supplier<Layer> layer) {
        return Network.of(builder.list().layer(layer.get()).setInputType(input).build());
    }

    /** The same where it keeps its own rule. */
    LayerDefinition unreached() {
        return new LayerDefinition(network, readings, biases, false, problem);
    }

    /** None of these sizes. */
    static LayerDefinition impossible(String problem) {
        return new LayerDefinition(
                builder -> {
                    throw new IllegalStateException(problem);
                },
                Map.of(),
                Biases.ARRIVE,
                true,
                Optional.of(problem));
    }
}
