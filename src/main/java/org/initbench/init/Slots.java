package org.initbench.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.initbench.init.Slot.Branch;
import org.initbench.init.Slot.Kind;
import org.initbench.network.Network;
import org.initbench.network.ResidualBranch;
import org.initbench.network.UnsuitableLayerException;
import org.initbench.network.WeightLayer;

/** Finds the weight parameters of a network that is yet to be initialized. */
final class Slots {

    private static final String WEIGHTS = "W";
    private static final String RECURRENT_WEIGHTS = "RW";

    private Slots() {}

    /**
     * The weight parameters, in the order in which DL4J initializes them.
     *
     * @throws UnsuitableLayerException if a layer is of a kind that has no rule
     */
    static List<Slot> of(Network network) {
        List<WeightLayer> layers = network.layers();
        List<ResidualBranch> branches = network.residualBranches();
        List<Slot> slots = new ArrayList<>();
        for (WeightLayer layer : layers) {
            slots.addAll(slotsOf(layer, layers.size(), branch(layer, branches)));
        }
        return List.copyOf(slots);
    }

    /** Whether a layer looks its input up instead of multiplying it. */
    static boolean isEmbedding(WeightLayer layer) {
        return layer.configuration() instanceof EmbeddingLayer
                || layer.configuration() instanceof EmbeddingSequenceLayer;
    }

    private static Optional<Branch> branch(WeightLayer layer, List<ResidualBranch> branches) {
        for (ResidualBranch branch : branches) {
            int position = branch.layers().indexOf(layer);
            if (position >= 0) {
                return Optional.of(new Branch(position, branch.layers().size(), branches.size()));
            }
        }
        return Optional.empty();
    }

    private static List<Slot> slotsOf(WeightLayer layer, int layers, Optional<Branch> branch) {
        BaseLayer configuration = layer.configuration();
        if (configuration instanceof ConvolutionLayer convolution && convolution.getClass() == ConvolutionLayer.class) {
            int[] kernel = convolution.getKernelSize();
            List<Long> shape = List.of(convolution.getNOut(), convolution.getNIn(), (long) kernel[0], (long) kernel[1]);
            return List.of(slot(layer, layers, WEIGHTS, Kind.CONVOLUTION, shape, branch));
        }
        if (configuration instanceof SimpleRnn recurrent) {
            List<Long> square = List.of(recurrent.getNOut(), recurrent.getNOut());
            return List.of(
                    slot(layer, layers, WEIGHTS, Kind.DENSE, matrix(recurrent), branch),
                    slot(layer, layers, RECURRENT_WEIGHTS, Kind.RECURRENT, square, branch));
        }
        if (isEmbedding(layer)) {
            List<Long> shape = matrix((FeedForwardLayer) configuration);
            return List.of(slot(layer, layers, WEIGHTS, Kind.EMBEDDING, shape, branch));
        }
        if (configuration instanceof DenseLayer || configuration instanceof BaseOutputLayer) {
            List<Long> shape = matrix((FeedForwardLayer) configuration);
            return List.of(slot(layer, layers, WEIGHTS, Kind.DENSE, shape, branch));
        }
        throw new UnsuitableLayerException(layer.name(), configuration);
    }

    private static List<Long> matrix(FeedForwardLayer layer) {
        return List.of(layer.getNIn(), layer.getNOut());
    }

    private static Slot slot(
            WeightLayer layer, int layers, String parameter, Kind kind, List<Long> shape, Optional<Branch> branch) {
        return new Slot(layer.position(), layers, parameter, kind, shape, layer.activation(), branch.orElse(null));
    }
}
