package org.initbench.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.graph.AttentionVertex;
import org.deeplearning4j.nn.conf.layers.AbstractLSTM;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CapsuleLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LearnedSelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PrimaryCapsules;
import org.deeplearning4j.nn.conf.layers.RecurrentAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.initbench.network.Weights.Layout;

/**
 * The families of DL4J's layers whose weights initbench knows, a line each. Gains and slopes are no weights: of normalization, in
 * layers of its own or within others, PReLU and element-wise multiplication.
 */
@SuppressWarnings("deprecation") // a saved network may have a GravesBidirectionalLSTM all the same
final class Families {

    private static final String W = "W";
    private static final String RW = "RW";
    private static final String B = "b";
    private static final long GATES = 4;

    /** Classes before those that they extend; of layers that are derived from others by someone else, the family is unknown. */
    private static final List<Family<?>> FAMILIES = List.of(
            new Family<>(BatchNormalization.class, layer -> List.of()),
            new Family<>(LayerNormalization.class, layer -> List.of()),
            new Family<>(PReLULayer.class, layer -> List.of()),
            new Family<>(ElementWiseMultiplicationLayer.class, layer -> List.of()),
            new Family<>(DenseLayer.class, Families::dense),
            new Family<>(BaseOutputLayer.class, Families::dense),
            new Family<>(AutoEncoder.class, Families::dense),
            new Family<>(VariationalAutoencoder.class, Families::variational),
            new Family<>(EmbeddingLayer.class, Families::embedding),
            new Family<>(EmbeddingSequenceLayer.class, Families::embedding),
            new Family<>(PositionEmbedding.class, Families::positions),
            new Family<>(SimpleRnn.class, layer -> recurrent(layer, 1)),
            new Family<>(AbstractLSTM.class, layer -> recurrent(layer, GATES)),
            new Family<>(GravesBidirectionalLSTM.class, Families::bothWays),
            new Family<>(Convolution1DLayer.class, Kernels::steps),
            new Family<>(Convolution3D.class, Kernels::volume),
            new Family<>(Deconvolution3D.class, Kernels::transposedVolume),
            new Family<>(Deconvolution2D.class, Kernels::transposed),
            new Family<>(DepthwiseConvolution2D.class, Kernels::depthwise),
            new Family<>(SeparableConvolution2D.class, Kernels::separable),
            new Family<>(ConvolutionLayer.class, Kernels::image),
            new Family<>(LocallyConnected1D.class, Kernels::local),
            new Family<>(LocallyConnected2D.class, Kernels::local),
            new Family<>(PrimaryCapsules.class, Kernels::primaryCapsules),
            new Family<>(CapsuleLayer.class, Families::capsules),
            new Family<>(SelfAttention.class, Families::squares),
            new Family<>(SelfAttentionLayer.class, layer -> attention(layer.getLayerParams())),
            new Family<>(LearnedSelfAttentionLayer.class, layer -> attention(layer.getLayerParams())),
            new Family<>(RecurrentAttentionLayer.class, layer -> attention(layer.getLayerParams())),
            new Family<>(AttentionVertex.class, vertex -> attention(vertex.getVertexParams())));

    private Families() {}

    private record Family<C extends TrainingConfig>(Class<C> type, Function<C, List<Weights>> weights) {

        /** Empty for another layer. */
        Optional<List<Weights>> of(TrainingConfig configuration) {
            return type.isInstance(configuration)
                    ? Optional.of(weights.apply(type.cast(configuration)))
                    : Optional.empty();
        }
    }

    /** The weights of a layer or vertex; empty where its family is not known. */
    static Optional<List<Weights>> weights(TrainingConfig configuration) {
        return FAMILIES.stream()
                .flatMap(family -> family.of(configuration).stream())
                .findFirst()
                .filter(weights -> isComplete(configuration, weights));
    }

    /** A class that extends one of DL4J's may have other parameters. */
    private static boolean isComplete(TrainingConfig configuration, List<Weights> weights) {
        return !(configuration instanceof Layer layer)
                || layer.initializer()
                        .paramKeys(layer)
                        .containsAll(weights.stream().map(Weights::key).toList());
    }

    private static List<Weights> dense(FeedForwardLayer layer) {
        return List.of(Weights.matrix(W, Role.INPUT, B, layer.getNIn(), layer.getNOut()));
    }

    /** Fan-in is the vocabulary, as in Keras; DL4J's is 1, as one row is picked. */
    private static List<Weights> embedding(FeedForwardLayer layer) {
        return List.of(Weights.matrix(W, Role.EMBEDDING, B, layer.getNIn(), layer.getNOut()));
    }

    private static List<Weights> positions(PositionEmbedding layer) {
        return List.of(Weights.matrix(W, Role.EMBEDDING, null, layer.getPositions(), layer.getSize()));
    }

    /**
     * The gates of LSTM layers are candidate, forget, output, input. Peepholes, the last three columns of RW in a GravesLSTM, are
     * a weight for each unit, fans 1 and 1, and begin at 0.
     */
    private static List<Weights> recurrent(FeedForwardLayer layer, long gates) {
        long units = layer.getNOut();
        if (gates == 1) {
            return List.of(
                    Weights.matrix(W, Role.INPUT, B, layer.getNIn(), units),
                    Weights.matrix(RW, Role.RECURRENT, null, units, units));
        }
        return List.of(
                Weights.gates(W, Role.INPUT, B, layer.getNIn(), gates, units),
                Weights.gates(RW, Role.RECURRENT, null, units, gates, units));
    }

    private static List<Weights> bothWays(GravesBidirectionalLSTM layer) {
        long units = layer.getNOut();
        return List.of(
                Weights.gates("WF", Role.INPUT, "bF", layer.getNIn(), GATES, units),
                Weights.gates("RWF", Role.RECURRENT, null, units, GATES, units),
                Weights.gates("WB", Role.INPUT, "bB", layer.getNIn(), GATES, units),
                Weights.gates("RWB", Role.RECURRENT, null, units, GATES, units));
    }

    /** Encoder, both moments of p(z|x), decoder, p(x|z). */
    private static List<Weights> variational(VariationalAutoencoder layer) {
        List<Weights> weights = new ArrayList<>();
        long last = chain(weights, "e", layer.getNIn(), layer.getEncoderLayerSizes());
        for (String moment : List.of("pZXMean", "pZXLogStd2")) {
            weights.add(Weights.matrix(moment + W, Role.INPUT, moment + B, last, layer.getNOut()));
        }
        last = chain(weights, "d", layer.getNOut(), layer.getDecoderLayerSizes());
        long outputs = layer.getOutputDistribution().distributionInputSize((int) layer.getNIn());
        weights.add(Weights.matrix("pXZ" + W, Role.INPUT, "pXZ" + B, last, outputs));
        return weights;
    }

    private static long chain(List<Weights> weights, String name, long inputs, int[] sizes) {
        long last = inputs;
        for (int i = 0; i < sizes.length; i++) {
            weights.add(Weights.matrix(name + i + W, Role.INPUT, name + i + B, last, sizes[i]));
            last = sizes[i];
        }
        return last;
    }

    /** For each capsule below a matrix (its dimensions, dimensions of all capsules above): a prediction sums over these alone. */
    private static List<Weights> capsules(CapsuleLayer layer) {
        long[] shape = shape(layer.getLayerParams(), "weight");
        Layout layout = new Layout(List.of(shape[1], shape[2], shape[3]), 0, 1, List.of(2), false);
        return List.of(new Weights("weight", Role.INPUT, null, layout, shape[3], shape[2]));
    }

    /** Projections of one input to all heads [heads, head size, inputs], and of all heads to the output [heads · size, outputs]. */
    private static List<Weights> attention(SDLayerParams parameters) {
        Map<String, Role> projections = Map.of("Wq", Role.QUERY, "Wk", Role.KEY, "Wv", Role.VALUE);
        List<Weights> weights = new ArrayList<>();
        parameters.getWeightParameterKeys().forEach(key -> {
            long[] shape = shape(parameters, key);
            if (projections.containsKey(key)) {
                long units = shape[0] * shape[1];
                Layout layout = new Layout(List.of(units, shape[2]), null, 0, List.of(1), false);
                weights.add(new Weights(key, projections.get(key), null, layout, shape[2], units));
            } else if (key.equals("Q")) {
                Layout layout = new Layout(List.of(shape[1], shape[2]), null, 1, List.of(0), false);
                weights.add(new Weights(key, Role.QUERY, null, layout, shape[1], shape[2]));
            } else {
                Role role = key.equals("Wo") ? Role.PROJECTION : key.equals(RW) ? Role.RECURRENT : Role.INPUT;
                weights.add(Weights.matrix(key, role, role == Role.INPUT ? B : null, shape[0], shape[1]));
            }
        });
        return weights;
    }

    private static List<Weights> squares(SelfAttention layer) {
        return SelfAttention.ROLES.stream()
                .map(role -> Weights.matrix(SelfAttention.key(role), role, null, layer.getSize(), layer.getSize()))
                .toList();
    }

    /** The shape of a parameter of a layer that is made of SameDiff. */
    static long[] shape(SDLayerParams parameters, String key) {
        return Objects.requireNonNull(parameters.getParamShapes().get(key), key);
    }
}
