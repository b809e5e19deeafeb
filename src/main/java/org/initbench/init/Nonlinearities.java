package org.initbench.init;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.initbench.theory.Nonlinearity;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Activations of DL4J and of anyone else as theory takes them: φ is what {@link IActivation#getActivation} gives, φ′ what
 * {@link IActivation#backprop} multiplies by. Those that studies name are known by formula, which is faster; the others are asked
 * for all points of an integral at once.
 */
public final class Nonlinearities {

    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;

    /** DL4J has it in single precision. */
    private static final double GELU_SLOPE = 1.702f;

    private static final Map<IActivation, Nonlinearity> BY_FORMULA = Map.of(
            new ActivationReLU(), Nonlinearity.relu(),
            new ActivationTanH(), Nonlinearity.tanh(),
            new ActivationSigmoid(), Nonlinearity.sigmoid(),
            new ActivationIdentity(), Nonlinearity.linear(),
            new ActivationELU(), Nonlinearity.elu(1, 1),
            new ActivationSELU(), Nonlinearity.elu(SELU_SCALE, SELU_ALPHA),
            new ActivationSwish(), Nonlinearity.swish(1),
            new ActivationGELU(), Nonlinearity.swish(GELU_SLOPE));

    /** In no order, on both sides of 0. */
    private static final double[] TRIED = {0.7, -1.3, 2.1, -0.2, 3.4, -4.5};

    private Nonlinearities() {}

    /**
     * The nonlinearity of an activation. There is none for one that looks at more than one number at a time, as a softmax does,
     * that has parameters to learn, or that is random, as DL4J's rrelu, whose backward pass has no slope below 0 besides.
     */
    public static Optional<Nonlinearity> of(IActivation activation) {
        if (activation instanceof ActivationLReLU leaky) {
            return Optional.of(Nonlinearity.leakyRelu(leaky.getAlpha()));
        }
        Nonlinearity known = BY_FORMULA.get(activation);
        if (known != null) {
            return Optional.of(known);
        }
        boolean isRandom = activation instanceof ActivationRReLU;
        if (isRandom || activation instanceof ActivationSoftmax || activation.numParams(1) > 0) {
            return Optional.empty();
        }
        return Optional.of(ofArrays(activation)).filter(Nonlinearities::takesNumbersOneByOne);
    }

    /**
     * The same, where the layer's output is not squashed by what comes after the last sum: a softmax counts as linear.
     *
     * @throws UnsuitableInitializerException if there is none
     */
    static Nonlinearity of(Slot slot, String initializer) {
        if (slot.activation() instanceof ActivationSoftmax) {
            return Nonlinearity.linear();
        }
        return of(slot.activation())
                .orElseThrow(() -> new UnsuitableInitializerException(initializer
                        + " does not know the activation of layer " + slot.layer() + ", " + slot.activation()));
    }

    /** By DL4J's own arrays, in double precision. */
    static Nonlinearity ofArrays(IActivation activation) {
        return Nonlinearity.ofArrays(
                points -> numbers(activation.getActivation(row(points), false)),
                points -> numbers(activation
                        .backprop(row(points), Nd4j.onesLike(row(points)))
                        .getFirst()));
    }

    private static INDArray row(double[] points) {
        return Nd4j.createFromArray(points).reshape(1, points.length);
    }

    private static double[] numbers(INDArray values) {
        return values.dup('c').data().asDouble();
    }

    private static boolean takesNumbersOneByOne(Nonlinearity nonlinearity) {
        double[] alone =
                Arrays.stream(TRIED).map(point -> nonlinearity.values(point)[0]).toArray();
        return Arrays.equals(alone, nonlinearity.values(TRIED));
    }
}
