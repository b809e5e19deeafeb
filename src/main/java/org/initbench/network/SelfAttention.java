package org.initbench.network;

import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.InputTypeUtil;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Attention of a sequence to itself by several heads: of each head softmax(q·k/√s)·v over all steps that are no padding, s being the size of a
 * head, whose outputs side by side are projected; no biases. Vaswani et al. 2017, sec. 3.2. It computes what DL4J's {@code SelfAttentionLayer} does, which
 * spends most of the time of a small network in its native operation; the weights are matrices [inputs, outputs] here.
 */
public final class SelfAttention extends OwnLayer {

    /** In the order in which they lie in the view. */
    static final List<Role> ROLES = List.of(Role.QUERY, Role.KEY, Role.VALUE, Role.PROJECTION);

    private static final long serialVersionUID = 1L;

    private final int size;
    private final int heads;

    private SelfAttention(Builder builder) {
        super(builder);
        this.size = builder.size;
        this.heads = builder.heads;
    }

    /** For reading a saved network. */
    SelfAttention(@JsonProperty("size") int size, @JsonProperty("heads") int heads) {
        this.size = size;
        this.heads = heads;
    }

    /**
     * For sequences (examples, size, steps).
     *
     * @param size of each step, which heads share
     * @param heads a divisor of it
     */
    public static SelfAttention of(int size, int heads) {
        if (size % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not share a size of " + size + " evenly");
        }
        return new Builder(size, heads).build();
    }

    /** DL4J's key of the weights of a role, as its own layer has it. */
    static String key(Role role) {
        return switch (role) {
            case QUERY -> "Wq";
            case KEY -> "Wk";
            case VALUE -> "Wv";
            case PROJECTION -> "Wo";
            default -> throw new IllegalArgumentException("attention has no weights of role " + role);
        };
    }

    /** Of each step. */
    public int getSize() {
        return size;
    }

    /** How many share it. */
    public int getHeads() {
        return heads;
    }

    @Override
    public @Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
        return InputTypeUtil.getPreprocessorForInputTypeRnnLayers(input, RNNFormat.NCW, getLayerName());
    }

    @Override
    List<OwnParameters.Parameter> parameters() {
        return ROLES.stream()
                .map(role -> OwnParameters.Parameter.weights(key(role), size, size))
                .toList();
    }

    @Override
    RunningSelfAttention running(NeuralNetConfiguration configuration, DataType type) {
        return new RunningSelfAttention(configuration, type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SelfAttention layer
                && super.equals(other)
                && size == layer.size
                && heads == layer.heads;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), size, heads);
    }

    private static final class Builder extends BaseLayer.Builder<Builder> {

        private final int size;
        private final int heads;

        Builder(int size, int heads) {
            this.size = size;
            this.heads = heads;
            activation(new ActivationIdentity());
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <E extends Layer> E build() {
            return (E) new SelfAttention(this);
        }
    }
}
