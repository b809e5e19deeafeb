package org.initbench.network;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;

/** The learning rates that the layers of a network have, one each; they may be multiplied before it is initialized. */
public final class OwnRates {

    /** Where a rate is looked at to see whether it stays. */
    private static final int[] ITERATIONS = {0, 1, 7, 10, 100, 1000, 9999, 100_000};

    private OwnRates() {}

    /** That of the first layer with one; empty where none has, or one follows a schedule, which cannot be multiplied. */
    public static OptionalDouble first(Network network) {
        List<IUpdater> withRate = network.layers().stream()
                .map(WeightLayer::updater)
                .filter(IUpdater::hasLearningRate)
                .toList();
        return withRate.isEmpty() || !withRate.stream().allMatch(OwnRates::isConstant)
                ? OptionalDouble.empty()
                : OptionalDouble.of(withRate.get(0).getLearningRate(0, 0));
    }

    private static boolean isConstant(IUpdater updater) {
        double rate = updater.getLearningRate(0, 0);
        return IntStream.of(ITERATIONS)
                .allMatch(iteration -> updater.getLearningRate(iteration, iteration) == rate
                        && updater.getLearningRate(iteration, 0) == rate);
    }

    /** Multiplies the rates of all layers, those of biases too. */
    public static void multiply(Network network, double factor) {
        configurations(network).forEach(layer -> multiply(layer, factor, factor));
    }

    /** Multiplies the rates of one layer, which follow their schedules, if any. */
    public static void multiply(WeightLayer layer, double ofWeights, double ofBiases) {
        if (layer.configuration() instanceof Layer configured) {
            multiply(configured, ofWeights, ofBiases);
        }
    }

    private static Stream<Layer> configurations(Network network) {
        if (network.model() instanceof ComputationGraph graph) {
            return graph.getConfiguration().getVertices().values().stream()
                    .filter(LayerVertex.class::isInstance)
                    .map(vertex -> ((LayerVertex) vertex).getLayerConf().getLayer());
        }
        return ((MultiLayerNetwork) network.model())
                .getLayerWiseConfigurations().getConfs().stream().map(conf -> conf.getLayer());
    }

    private static void multiply(Layer layer, double ofWeights, double ofBiases) {
        if (layer instanceof BaseLayer base) {
            IUpdater own = base.getBiasUpdater() == null ? base.getIUpdater() : base.getBiasUpdater();
            base.setBiasUpdater(multiplied(own, ofBiases));
            base.setIUpdater(multiplied(base.getIUpdater(), ofWeights));
        } else if (layer instanceof AbstractSameDiffLayer other) {
            IUpdater own = other.getBiasUpdater() == null ? other.getUpdater() : other.getBiasUpdater();
            other.setBiasUpdater(multiplied(own, ofBiases));
            other.setUpdater(multiplied(other.getUpdater(), ofWeights));
        } else if (layer instanceof BaseWrapperLayer wrapper) {
            multiply(wrapper.getUnderlying(), ofWeights, ofBiases);
        } else if (layer instanceof Bidirectional both) {
            multiply(both.getFwd(), ofWeights, ofBiases);
            multiply(both.getBwd(), ofWeights, ofBiases);
        }
    }

    /** Layers may share one. */
    private static @Nullable IUpdater multiplied(@Nullable IUpdater updater, double factor) {
        if (updater == null || !updater.hasLearningRate()) {
            return updater;
        }
        double constant = factor * updater.getLearningRate(0, 0);
        ISchedule schedule = isConstant(updater) ? new FixedSchedule(constant) : new MultipliedRate(factor, updater);
        if (updater instanceof HeavyBall momentum) {
            return new HeavyBall(momentum.momentum(), schedule);
        }
        IUpdater other = updater.clone();
        boolean isFixed = schedule instanceof FixedSchedule;
        other.setLrAndSchedule(isFixed ? constant : Double.NaN, isFixed ? null : schedule);
        return other;
    }
}
