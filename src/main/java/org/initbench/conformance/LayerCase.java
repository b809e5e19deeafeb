package org.initbench.conformance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.initbench.config.Problems;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.initbench.network.Weights;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A layer to audit, alone in its network.
 *
 * @param family as {@code conv}
 * @param shape as {@code conv:3x3:32:64:2}
 * @param definition the layer, and what DL4J's source says of it
 */
public record LayerCase(String family, String shape, Definition definition) {

    private static final long MOST_WEIGHTS = 10_000_000;
    static final String TOO_MANY = "has too many weights; give sizes with at most " + MOST_WEIGHTS;

    /** Fewer would have to be drawn hundreds of times. */
    private static final long LEAST_WEIGHTS = 10;

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
     * A layer of some sizes.
     *
     * @param network of the layer, the last of it, with what is set for the whole network; another each time
     * @param readings by DL4J's key
     * @param isReached whether a rule that is set for the network reaches the layer, as read in DL4J's source
     * @param problem why there is no such layer; empty where there is
     */
    record Definition(
            Function<NeuralNetConfiguration.Builder, Network> network,
            Map<String, Reading> readings,
            Biases biases,
            boolean isReached,
            Optional<String> problem) {

        /**
         * A layer that the network's rule reaches.
         *
         * @param layer another each time, as one that has been in a network keeps its rule
         */
        static Definition of(InputType input, Supplier<Layer> layer, Biases biases, Map<String, Reading> readings) {
            return new Definition(builder -> network(builder, input, layer), readings, biases, true, Optional.empty());
        }

        private static Network network(NeuralNetConfiguration.Builder builder, InputType input, Supplier<Layer> layer) {
            return Network.of(
                    builder.list().layer(layer.get()).setInputType(input).build());
        }

        /** The same where it keeps its own rule. */
        Definition unreached() {
            return new Definition(network, readings, biases, false, problem);
        }

        /** None of these sizes. */
        static Definition impossible(String problem) {
            return new Definition(
                    builder -> {
                        throw new IllegalStateException(problem);
                    },
                    Map.of(),
                    Biases.ARRIVE,
                    true,
                    Optional.of(problem));
        }
    }

    /** Nothing, and a sentence, where there is no such layer, or it is too large or too small to be measured. */
    static List<LayerCase> of(String family, String shape, Definition definition, Problems problems) {
        LayerCase layer = new LayerCase(family, shape, definition);
        Optional<String> problem = definition.problem().or(layer::sizeProblem);
        problem.ifPresent(sentence -> problems.add("shape: " + shape + " " + sentence));
        return problem.isPresent() ? List.of() : List.of(layer);
    }

    private Optional<String> sizeProblem() {
        List<Weights> weights = last(network(1)).kind().weights();
        long most = weights.stream().mapToLong(LayerCase::size).sum();
        long least = weights.stream().mapToLong(LayerCase::size).min().orElseThrow();
        if (most > MOST_WEIGHTS) {
            return Optional.of(TOO_MANY);
        }
        return least < LEAST_WEIGHTS
                ? Optional.of("has a parameter of fewer than " + LEAST_WEIGHTS + " weights; give larger sizes")
                : Optional.empty();
    }

    private static long size(Weights weights) {
        return weights.matrices() * weights.shape().stream().reduce(1L, Math::multiplyExact);
    }

    /** What was read of a parameter; peepholes are drawn together with the recurrent weights. */
    Reading reading(LayerMatrix matrix) {
        Reading reading = Objects.requireNonNull(definition.readings().get(matrix.parameter()), matrix.parameter());
        return matrix.isPeepholes()
                ? new Reading(
                        reading.fanIn(),
                        reading.fanOut(),
                        "drawn with the recurrent weights, by their fans, though each is the only weight of its kind into a unit",
                        "small peepholes leave gates as those of an LSTM without them at first")
                : reading;
    }

    /** The network, yet to be initialized, with what every one has. */
    Network network(long seed) {
        return network(new NeuralNetConfiguration.Builder(), seed);
    }

    /** The same with what else is set for the whole network. */
    Network network(NeuralNetConfiguration.Builder builder, long seed) {
        return definition.network().apply(builder.seed(seed).dataType(DataType.DOUBLE));
    }

    /** The layer that is audited. */
    static WeightLayer last(Network network) {
        List<WeightLayer> layers = network.layers();
        return layers.get(layers.size() - 1);
    }
}
