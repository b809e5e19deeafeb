package org.initbench.trial;

import java.util.List;
import java.util.Optional;
import org.initbench.init.Nonlinearities;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How the output of a stack of dense layers changes with its input, at one example. */
final class Jacobian {

    private Jacobian() {}

    /**
     * The derivatives, (inputs, outputs), in double precision. Of a last layer with a softmax its pre-activations are the output. Empty where
     * the network is no stack of dense layers with nothing between them, or an activation is no function of one number.
     *
     * @param example of shape (1, inputs)
     */
    static Optional<INDArray> of(Network network, INDArray example) {
        List<WeightLayer> layers = network.layers();
        if (!network.isPlainStack()) {
            return Optional.empty();
        }
        INDArray signal = example.castTo(DataType.DOUBLE);
        INDArray jacobian = Nd4j.eye(example.length()).castTo(DataType.DOUBLE);
        for (WeightLayer layer : layers) {
            INDArray weights = network.parameter(layer.weights().get(0)).castTo(DataType.DOUBLE);
            INDArray sums = signal.mmul(weights);
            for (String name : layer.biases()) {
                sums.addi(network.parameter(name).castTo(DataType.DOUBLE).reshape(1, sums.length()));
            }
            jacobian = jacobian.mmul(weights);
            IActivation activation = layer.activation();
            boolean isLast = layer.position() == layers.size() - 1;
            if (isLast && activation instanceof ActivationSoftmax) {
                return Optional.of(jacobian);
            }
            if (Nonlinearities.of(activation).isEmpty()) {
                return Optional.empty();
            }
            INDArray slopes =
                    activation.backprop(sums.dup(), Nd4j.onesLike(sums)).getFirst();
            jacobian.muliRowVector(slopes);
            signal = activation.getActivation(sums, false);
        }
        return Optional.of(jacobian);
    }
}
