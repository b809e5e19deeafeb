package org.initbench.network;

import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A layer with one trained number for all that goes through it, whatever its shape: x + b with b = 0 at first, or a·x with
 * a = 1 at first. Fixup puts biases before every convolution, dense layer and activation of a residual branch, and a
 * multiplier after its last layer (Zhang, Dauphin &amp; Ma 2019, sec. 3, rule 3). Both count as biases: regularisation and
 * initializers leave them alone, and DL4J's bias updater is theirs.
 */
public final class ScalarLayer extends OwnLayer {

    private static final long serialVersionUID = 1L;

    /** What the number does. */
    public enum Operation {
        ADD("b", 0),
        MULTIPLY("a", 1);

        /** DL4J's key of the number. */
        final String key;

        /** Its first value. */
        final double first;

        Operation(String key, double first) {
            this.key = key;
            this.first = first;
        }
    }

    private final Operation operation;

    private ScalarLayer(Builder builder) {
        super(builder);
        this.operation = builder.operation;
    }

    /** For reading a saved network. */
    ScalarLayer(@JsonProperty("operation") Operation operation) {
        this.operation = operation;
    }

    /** Adds a number, 0 at first. */
    public static ScalarLayer bias() {
        return new Builder(Operation.ADD).build();
    }

    /** Multiplies by a number, 1 at first. */
    public static ScalarLayer multiplier() {
        return new Builder(Operation.MULTIPLY).build();
    }

    /** What the number does. */
    public Operation getOperation() {
        return operation;
    }

    @Override
    List<OwnParameters.Parameter> parameters() {
        return List.of(OwnParameters.Parameter.scalar(operation.key, operation.first));
    }

    @Override
    RunningScalarLayer running(NeuralNetConfiguration configuration, DataType type) {
        return new RunningScalarLayer(configuration, type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScalarLayer layer && super.equals(other) && operation == layer.operation;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), operation);
    }

    private static final class Builder extends BaseLayer.Builder<Builder> {

        private final Operation operation;

        Builder(Operation operation) {
            this.operation = operation;
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <E extends Layer> E build() {
            return (E) new ScalarLayer(this);
        }
    }
}
