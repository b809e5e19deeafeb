package org.initbench.init;

import java.util.Optional;
import org.initbench.theory.Nonlinearity;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** DL4J's activations as theory knows them. */
public final class Nonlinearities {

    private Nonlinearities() {}

    /** The nonlinearity of a relu, leaky relu, tanh, sigmoid or identity activation; nothing for any other. */
    public static Optional<Nonlinearity> of(IActivation activation) {
        if (activation instanceof ActivationReLU) {
            return Optional.of(Nonlinearity.relu());
        }
        if (activation instanceof ActivationLReLU leaky) {
            return Optional.of(Nonlinearity.leakyRelu(leaky.getAlpha()));
        }
        if (activation instanceof ActivationTanH) {
            return Optional.of(Nonlinearity.tanh());
        }
        if (activation instanceof ActivationSigmoid) {
            return Optional.of(Nonlinearity.sigmoid());
        }
        return activation instanceof ActivationIdentity ? Optional.of(Nonlinearity.linear()) : Optional.empty();
    }
}
