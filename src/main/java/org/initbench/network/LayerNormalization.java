package org.initbench.network;

import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Layer normalization: (x − mean)/√(variance + 10⁻⁵) over the features of an example, or of each step of a sequence by itself, times a
 * gain, 1 at first, plus a bias, 0 at first, a number of each for every feature. Ba, Kiros &amp; Hinton 2016. DL4J has it within dense and
 * recurrent layers alone, and there without the 10⁻⁵. Gain and bias count as biases: regularisation and initializers leave them alone.
 */
public final class LayerNormalization extends OwnLayer {

    /** Added to variances. */
    static final double EPSILON = 1e-5;

    /** DL4J's key of the gains. */
    static final String GAIN = "g";

    /** DL4J's key of the biases. */
    static final String BIAS = "b";

    private static final long serialVersionUID = 1L;

    private final long size;

    private LayerNormalization(Builder builder) {
        super(builder);
        this.size = builder.size;
    }

    /** For reading a saved network. */
    LayerNormalization(@JsonProperty("size") long size) {
        this.size = size;
    }

    /** Of so many features: (examples, size), or (examples, size, steps). */
    public static LayerNormalization of(long size) {
        return new Builder(size).build();
    }

    /** How many features. */
    public long getSize() {
        return size;
    }

    @Override
    List<OwnParameters.Parameter> parameters() {
        return List.of(OwnParameters.Parameter.row(GAIN, size, 1), OwnParameters.Parameter.row(BIAS, size, 0));
    }

    @Override
    RunningLayerNormalization running(NeuralNetConfiguration configuration, DataType type) {
        return new RunningLayerNormalization(configuration, type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayerNormalization layer && super.equals(other) && size == layer.size;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), size);
    }

    private static final class Builder extends BaseLayer.Builder<Builder> {

        private final long size;

        Builder(long size) {
            this.size = size;
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <E extends Layer> E build() {
            return (E) new LayerNormalization(this);
        }
    }
}
