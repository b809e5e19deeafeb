package org.initbench.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.graph.AttentionVertex;
import org.deeplearning4j.nn.conf.layers.AbstractLSTM;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/**
 * What initbench knows of a layer by its family: its weights, what names their initialization, where its signals can be tapped,
 * whether mean-field theory goes through it. Whatever would ask for a layer's class asks here. What no initializer fills begins
 * as DL4J has it, as gains at 1.
 *
 * @param configuration a layer, inside any wrappers, or a vertex with parameters
 * @param known its weights, in DL4J's order; empty where its family is not known
 */
public record LayerKind(TrainingConfig configuration, Optional<List<Weights>> known) {

    private static final List<String> DIRECTIONS = List.of("f", "b");
    private static final String RECURRENT = "RW";

    /** The kind of what is in a layer's wrappers, or of a vertex. */
    static LayerKind of(TrainingConfig wrapped) {
        TrainingConfig inner = unwrapped(wrapped);
        if (inner instanceof Bidirectional both) {
            return new LayerKind(both, of(both.getFwd()).known().map(LayerKind::inBothDirections));
        }
        return new LayerKind(inner, Families.weights(inner));
    }

    /** As LastTimeStep, MaskZero and TimeDistributed have a layer inside; what is frozen stays in its ice. */
    private static TrainingConfig unwrapped(TrainingConfig layer) {
        TrainingConfig inner = layer;
        while (inner instanceof BaseWrapperLayer wrapper && !(wrapper instanceof FrozenLayerWithBackprop)) {
            inner = wrapper.getUnderlying();
        }
        return inner;
    }

    /** Whether nothing of it is trained, nor initialized: it keeps what it holds. */
    static boolean isFrozen(TrainingConfig layer) {
        return layer instanceof FrozenLayer
                || layer instanceof FrozenLayerWithBackprop
                || (layer instanceof BaseWrapperLayer wrapper && isFrozen(wrapper.getUnderlying()));
    }

    private static List<Weights> inBothDirections(List<Weights> weights) {
        return DIRECTIONS.stream()
                .flatMap(direction -> weights.stream().map(each -> each.prefixed(direction)))
                .toList();
    }

    /** The weights that initializers fill. */
    public List<Weights> weights() {
        return known.orElse(List.of());
    }

    /** Keys of all that are weights; of an unknown family those that DL4J calls so. */
    List<String> weightKeys() {
        return known.map(weights -> weights.stream().map(Weights::key).toList())
                .orElseGet(() -> configuration instanceof Layer layer
                        ? layer.initializer().weightKeys(layer)
                        : ((SameDiffVertex) configuration).getVertexParams().getWeightParameterKeys());
    }

    /** Keys of biases. DL4J names a Bidirectional's weights in their place. */
    List<String> biasKeys() {
        if (configuration instanceof Bidirectional both) {
            List<String> keys = of(both.getFwd()).biasKeys();
            return DIRECTIONS.stream()
                    .flatMap(direction -> keys.stream().map(key -> direction + key))
                    .toList();
        }
        return configuration instanceof Layer layer
                ? layer.initializer().biasKeys(layer)
                : ((SameDiffVertex) configuration).getVertexParams().getBiasParameterKeys();
    }

    /** What names the initialization of its weights; nothing for an unknown family, which DL4J goes on drawing. */
    public List<WeightRule> rules() {
        if (known.isEmpty()) {
            return List.of();
        }
        if (configuration instanceof SameDiffLayer layer) {
            return List.of(rule(layer.getWeightInit(), layer::setWeightInit));
        }
        if (configuration instanceof AttentionVertex vertex) {
            return List.of(rule(vertex.getWeightInit(), vertex::setWeightInit));
        }
        return layers().flatMap(LayerKind::rules).toList();
    }

    private static Stream<WeightRule> rules(BaseLayer layer) {
        if (layer instanceof BaseRecurrentLayer recurrent) {
            return Stream.of(
                    rule(key -> !key.endsWith(RECURRENT), layer.getWeightInitFn(), layer::setWeightInitFn),
                    rule(
                            key -> key.endsWith(RECURRENT),
                            recurrent.getWeightInitFnRecurrent(),
                            recurrent::setWeightInitFnRecurrent));
        }
        return Stream.of(rule(key -> true, layer.getWeightInitFn(), layer::setWeightInitFn));
    }

    private static WeightRule rule(
            Predicate<String> covers, @Nullable IWeightInit own, Consumer<@Nullable IWeightInit> setter) {
        return new WeightRule(covers, other -> setter.accept(other.function()), () -> setter.accept(own));
    }

    private static WeightRule rule(@Nullable WeightInit own, Consumer<@Nullable WeightInit> setter) {
        return new WeightRule(key -> true, other -> setter.accept(other.constant()), () -> setter.accept(own));
    }

    /** The layer, or that of each direction; none where it is made of SameDiff. */
    private Stream<BaseLayer> layers() {
        Stream<? extends TrainingConfig> all = configuration instanceof Bidirectional both
                ? Stream.of(both.getFwd(), both.getBwd()).map(LayerKind::unwrapped)
                : Stream.of(configuration);
        return all.filter(BaseLayer.class::isInstance).map(BaseLayer.class::cast);
    }

    /** Whether a function of its own comes after its weights, once, whose argument and value can be tapped. */
    public boolean hasActivation() {
        return known.isPresent()
                && !(configuration instanceof VariationalAutoencoder)
                && layers().findFirst().isPresent();
    }

    /** The function of the gates of an LSTM. */
    public Optional<IActivation> gateActivation() {
        return layers().flatMap(layer -> gate(layer).stream()).findFirst();
    }

    @SuppressWarnings("deprecation")
    private static Optional<IActivation> gate(BaseLayer layer) {
        if (layer instanceof GravesBidirectionalLSTM both) {
            return Optional.of(both.getGateActivationFn());
        }
        return layer instanceof AbstractLSTM lstm ? Optional.of(lstm.getGateActivationFn()) : Optional.empty();
    }

    /** Puts another in the place of {@link #gateActivation}, in both directions where there are two. */
    @SuppressWarnings("deprecation")
    public void setGateActivation(IActivation activation) {
        layers().forEach(layer -> {
            if (layer instanceof GravesBidirectionalLSTM both) {
                both.setGateActivationFn(activation);
            } else if (layer instanceof AbstractLSTM lstm) {
                lstm.setGateActivationFn(activation);
            }
        });
    }

    /** Whether its last outputs come back to it. */
    public Recurrence recurrence() {
        if (weights().stream().anyMatch(Weights::hasGates)) {
            return Recurrence.GATED;
        }
        boolean isRecurrent = weights().stream().anyMatch(weights -> weights.role() == Role.RECURRENT);
        return isRecurrent ? Recurrence.PLAIN : Recurrence.NONE;
    }

    /** What biases begin at where no initializer speaks of them: 0, and for a forget gate, the second, what the layer says. */
    public double[] firstBiases(Weights weights, int size) {
        double[] first = new double[size];
        if (weights.hasGates()) {
            int units = size / weights.matrices();
            layers().findFirst().ifPresent(layer -> Arrays.fill(first, units, 2 * units, forgetBias(layer)));
        }
        return first;
    }

    @SuppressWarnings("deprecation")
    private static double forgetBias(BaseLayer layer) {
        return layer instanceof GravesBidirectionalLSTM both
                ? both.getForgetGateBiasInit()
                : ((AbstractLSTM) layer).getForgetGateBiasInit();
    }

    /**
     * The weights that pre-activations are proportional to, biases aside, where they can be tapped: of a separable convolution those of
     * the second, of attention those that project, none of an embedding.
     */
    public List<Weights> scaling() {
        if (!hasActivation() || weights().stream().anyMatch(weights -> weights.role() == Role.EMBEDDING)) {
            return List.of();
        }
        List<Weights> last = weights().stream()
                .filter(weights -> weights.role() == Role.POINTWISE || weights.role() == Role.PROJECTION)
                .toList();
        return last.isEmpty() ? weights() : last;
    }

    /** The activation of the layer itself; the identity where it has no function of its own. */
    public IActivation activation() {
        return layers().findFirst().map(BaseLayer::getActivationFn).orElseGet(ActivationIdentity::new);
    }

    /** Puts another in the place of {@link #activation}, in both directions where there are two. */
    public void setActivation(IActivation activation) {
        layers().forEach(layer -> layer.setActivationFn(activation));
    }

    /** Its loss, if it has one. */
    public Optional<LossHolder> loss() {
        return LossHolder.of(configuration);
    }

    /** The fans that DL4J hands to a constant of its own. */
    public record Fans(double in, double out) {}

    /**
     * DL4J's own fans of a weight parameter, where what is set for a whole network draws by any. Those of a convolution out are divided
     * by the strides, an embedding's in is 1, and those of all gates of an LSTM are (units, inputs + units).
     */
    public Optional<Fans> dl4jFans(Weights weights) {
        if (weights.role() == Role.EMBEDDING) {
            return Optional.of(new Fans(1, weights.fanOut()));
        }
        if (configuration instanceof AbstractLSTM lstm) {
            return Optional.of(new Fans(lstm.getNOut(), lstm.getNIn() + (double) lstm.getNOut()));
        }
        if (configuration instanceof ConvolutionLayer convolution) {
            int strides = Arrays.stream(convolution.getStride()).reduce(1, Math::multiplyExact);
            boolean isPlain = List.of(ConvolutionLayer.class, Convolution2D.class, Convolution3D.class)
                    .contains(convolution.getClass());
            return isPlain ? Optional.of(new Fans(weights.fanIn(), weights.fanOut() / strides)) : Optional.empty();
        }
        boolean isMatrix = configuration instanceof FeedForwardLayer && weights.matrices() == 1;
        return isMatrix ? Optional.of(new Fans(weights.fanIn(), weights.fanOut())) : Optional.empty();
    }

    /**
     * Whether mean-field theory goes through it: a dense or output layer that is weights, biases and an activation, without
     * normalization, dropout or noise.
     */
    public boolean isInTheory() {
        boolean isNormalized = configuration instanceof DenseLayer dense && dense.hasLayerNorm();
        boolean isDense = configuration instanceof DenseLayer || configuration instanceof BaseOutputLayer;
        return known.isPresent()
                && isDense
                && !isNormalized
                && configuration instanceof BaseLayer layer
                && layer.getIDropout() == null
                && layer.getWeightNoise() == null;
    }
}
