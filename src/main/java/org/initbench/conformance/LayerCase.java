package org.initbench.conformance;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.config.Problems;
import org.initbench.conformance.LayerDefinition.Reading;
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
public record LayerCase(String family, String shape, LayerDefinition definition) {

    private static final long MOST_WEIGHTS = 10_000_000;
    static final String TOO_MANY = "has too many weights; give sizes with at most " + MOST_WEIGHTS;

    /** Fewer would have to be drawn hundreds of times. */
    private static final long LEAST_WEIGHTS = 10;

    /** Nothing, and a sentence, where there is no such layer, or it is too large or too small to be measured. */
    static List<LayerCase> of(String family, String shape, LayerDefinition definition, Problems problems) {
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
