package org.initbench.init;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.network.Gate;
import org.initbench.network.Network;
import org.initbench.network.UpdateRule;
import org.initbench.network.WeightLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A plan that gives every parameter of a network its first value. Weights come first, layer by layer, then biases, then
 * {@link #adjust} with the whole network in place.
 */
public interface Initializer {

    /**
     * Looks at all weight parameters of a network before the first is drawn; most rules serve any.
     *
     * @throws UnsuitableInitializerException if the rule cannot serve this network
     */
    default void check(List<Slot> slots) {}

    /**
     * Looks at a weight parameter that the rule is to fill, before any is drawn.
     *
     * @throws UnsuitableInitializerException if the rule has no values for such a parameter
     */
    default void check(Slot slot) {}

    /**
     * First values of a weight parameter; where it is several matrices, as for the gates of an LSTM, of one after the other.
     *
     * @return {@code slot.units()} rows of {@code slot.inputs()} values, one row after the other: the weights into each
     *     unit together, which is also the order in which DL4J stores them
     * @throws UnsuitableInitializerException if the rule has no values for such a parameter
     */
    double[] weights(Slot slot, Draws draws);

    /**
     * First values of a parameter that is several matrices, one matrix after the other: {@link #weights} for each, unless a rule
     * draws them together.
     *
     * @param count how many there are
     */
    default double[] matrices(Slot slot, int count, Draws draws) {
        double[] values = new double[count * slot.size()];
        for (int matrix = 0; matrix < count; matrix++) {
            System.arraycopy(weights(slot, draws), 0, values, matrix * slot.size(), slot.size());
        }
        return values;
    }

    /** DL4J's own constant, where a rule is one; DL4J then draws the weights in place of {@link #weights}. */
    default Optional<WeightInit> dl4j() {
        return Optional.empty();
    }

    /** Distribution of each weight, for rules that promise a continuous one; empty for all others. */
    default Optional<ContinuousDistribution> distribution(Slot slot) {
        return Optional.empty();
    }

    /**
     * Variance of each weight, for rules that promise one for weights of mean 0; empty for all others. That of the
     * distribution unless a rule knows more.
     */
    default OptionalDouble variance(Slot slot) {
        return distribution(slot)
                .filter(distribution -> distribution.getMean() == 0)
                .map(distribution -> OptionalDouble.of(distribution.getVariance()))
                .orElse(OptionalDouble.empty());
    }

    /** Variance of each of {@link #biases}, which have mean 0; NaN where they have another. */
    default double biasVariance(Slot slot) {
        return 0;
    }

    /**
     * First values of the biases that go with a weight parameter; nothing means 0, and for the gates of an LSTM
     * what the layer says: 1 for the forget gate.
     *
     * @return one value for each of {@code slot.units()}
     */
    default Optional<double[]> biases(Slot slot, Draws draws) {
        return Optional.empty();
    }

    /**
     * First values of the biases of an LSTM, {@code slot.units()} for each {@link Gate} in turn: {@link #biases} for each, unless a rule
     * treats gates otherwise.
     */
    default Optional<double[]> gateBiases(Slot slot, Draws draws) {
        double[] values = new double[Gate.COUNT * slot.units()];
        for (Gate gate : Gate.values()) {
            Optional<double[]> some = biases(slot, draws);
            if (some.isEmpty()) {
                return some;
            }
            System.arraycopy(some.get(), 0, values, gate.position() * slot.units(), slot.units());
        }
        return Optional.of(values);
    }

    /** Whether it is a parametrization: an initializer that also says at which learning rate each weight trains. */
    default boolean setsRates() {
        return false;
    }

    /** By what the learning rate of these weights is multiplied; the weights of a layer have to agree. */
    default double rateFactor(Slot slot, UpdateRule updates) {
        return 1;
    }

    /** By what the learning rate of the biases that go with these weights is multiplied. */
    default double biasRateFactor(Slot slot, UpdateRule updates) {
        return 1;
    }

    /** Whether {@link #adjust} needs a minibatch. */
    default boolean looksAtData() {
        return false;
    }

    /**
     * Changes the parameters of a network that has its weights and biases, in place, for rules that look at data. Most
     * rules do nothing here.
     *
     * @param network whose parameters have the values from {@link #weights} and {@link #biases}
     * @param layers that have weights from this initializer, first to last
     * @param features the first training minibatch, examples first
     * @return what was done to each layer
     */
    default List<Adjustment> adjust(Network network, List<WeightLayer> layers, INDArray features) {
        return List.of();
    }
}
