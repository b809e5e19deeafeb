package org.initbench.init;

import java.util.List;
import org.initbench.init.InitializerType.Parameter.Kind;
import org.initbench.network.Network;
import org.initbench.network.Recurrence;
import org.initbench.network.WeightLayer;
import org.initbench.network.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layer-sequential unit variance: orthonormal weights, then, layer by layer from the input, the weights are divided by the
 * standard deviation of the layer's pre-activations on the first minibatch until |Var − 1| ≤ tolerance, at most
 * {@code tries} times. The variance of the weights is what that takes. Biases stay; input and recurrent weights of a layer are scaled together; of a
 * separable convolution the pointwise weights are scaled; the gates of an LSTM are taken together; embeddings, attention, capsules and
 * variational autoencoders are left as they are. With {@code after=activation} it is the variance of what a layer puts out, after its
 * activation, the last layer excepted; a tanh stays below 1 however large its weights are. Mishkin &amp; Matas 2015, algorithm 1. DL4J has none.
 */
record Lsuv(double tolerance, int tries, After after) implements Initializer {

    static final InitializerType TYPE = InitializerType.named("lsuv")
            .parameter("tolerance", Kind.POSITIVE, 0.1)
            .parameter("tries", Kind.COUNT, 10.0)
            .parameter("after", Kind.oneOf(After.class), "weights")
            .formula(
                    "orthonormal, then each layer scaled until |Var(pre-activation) - 1| ≤ tolerance, or the activation's")
            .variance("what gives each layer's pre-activations variance 1 on the first minibatch")
            .source("Mishkin & Matas 2015")
            .creates(arguments -> new Lsuv(
                    arguments.number("tolerance"),
                    (int) arguments.number("tries"),
                    arguments.word("after", After.class)));

    /** Which signals of a layer are brought to variance 1. */
    enum After {
        /** Pre-activations. */
        WEIGHTS,
        /** What the layer puts out. */
        ACTIVATION
    }

    /** Cells put out something else than their activation. */
    @Override
    public void check(Slot slot) {
        if (after == After.ACTIVATION && slot.recurrence() == Recurrence.GATED) {
            throw new UnsuitableInitializerException(
                    "lsuv(after=activation) cannot scale the LSTM in layer " + slot.layer() + "; lsuv itself can");
        }
    }

    @Override
    public double[] weights(Slot slot, Draws draws) {
        return new Orthogonal(1).weights(slot, draws);
    }

    @Override
    public boolean looksAtData() {
        return true;
    }

    @Override
    public List<Adjustment> adjust(Network network, List<WeightLayer> layers, INDArray features) {
        return layers.stream()
                .filter(layer -> !layer.kind().scaling().isEmpty())
                .map(layer -> scale(network, layer, features))
                .toList();
    }

    private Adjustment scale(Network network, WeightLayer layer, INDArray features) {
        double variance = variance(network, layer, features);
        int done = 0;
        while (done < tries && !(Math.abs(variance - 1) <= tolerance)) {
            if (!(variance > 0) || Double.isInfinite(variance)) {
                throw new UnsuitableInitializerException("lsuv cannot scale layer " + layer.position()
                        + ", whose " + (isAfterActivation(layer) ? "activations" : "pre-activations")
                        + " have variance "
                        + variance);
            }
            for (Weights weights : layer.kind().scaling()) {
                network.parameter(layer.parameter(weights.key())).divi(Math.sqrt(variance));
            }
            done++;
            variance = variance(network, layer, features);
        }
        return new Adjustment(layer.position(), layer.name(), variance, done);
    }

    private double variance(Network network, WeightLayer layer, INDArray features) {
        return isAfterActivation(layer)
                ? SignalVariance.ofActivations(network, layer, features)
                : SignalVariance.ofPreactivations(network, layer, features);
    }

    private boolean isAfterActivation(WeightLayer layer) {
        return after == After.ACTIVATION && layer.kind().loss().isEmpty();
    }
}
