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
 * Adds to each step of a sequence a vector that is its position's and is trained, as BERT and GPT do (Gehring et al. 2017); without it attention
 * cannot tell the order of steps. The vectors are weights, an embedding whose words are positions: initializers fill them.
 */
public final class PositionEmbedding extends OwnLayer {

    /** DL4J's key of the vectors, [positions, size]. */
    static final String KEY = "W";

    private static final long serialVersionUID = 1L;

    private final long positions;
    private final long size;

    private PositionEmbedding(Builder builder) {
        super(builder);
        this.positions = builder.positions;
        this.size = builder.size;
    }

    /** For reading a saved network. */
    PositionEmbedding(@JsonProperty("positions") long positions, @JsonProperty("size") long size) {
        this.positions = positions;
        this.size = size;
    }

    /**
     * For sequences (examples, size, steps).
     *
     * @param positions the most steps that a sequence has
     * @param size of each vector
     */
    public static PositionEmbedding of(long positions, long size) {
        return new Builder(positions, size).build();
    }

    /** The most steps that a sequence has. */
    public long getPositions() {
        return positions;
    }

    /** Of each vector. */
    public long getSize() {
        return size;
    }

    @Override
    public @Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
        return InputTypeUtil.getPreprocessorForInputTypeRnnLayers(input, RNNFormat.NCW, getLayerName());
    }

    @Override
    List<OwnParameters.Parameter> parameters() {
        return List.of(OwnParameters.Parameter.weights(KEY, positions, size));
    }

    @Override
    RunningPositionEmbedding running(NeuralNetConfiguration configuration, DataType type) {
        return new RunningPositionEmbedding(configuration, type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PositionEmbedding layer
                && super.equals(other)
                && positions == layer.positions
                && size == layer.size;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), positions, size);
    }

    private static final class Builder extends BaseLayer.Builder<Builder> {

        private final long positions;
        private final long size;

        Builder(long positions, long size) {
            this.positions = positions;
            this.size = size;
            activation(new ActivationIdentity());
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <E extends Layer> E build() {
            return (E) new PositionEmbedding(this);
        }
    }
}
