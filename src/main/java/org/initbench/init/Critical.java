package org.initbench.init;

import java.util.Optional;
import org.initbench.init.InitializerType.Parameter.Kind;
import org.initbench.theory.EdgeOfChaos;
import org.initbench.theory.Nonlinearity;

/**
 * N(0, σw²/fanIn) with the σw² at which gradients neither vanish nor explode with depth, χ₁ = 1, for the layer's activation;
 * biases N(0, σb²). 2 for relu, 1 for tanh without biases, 1.761 for tanh with σb² = 0.05. A softmax counts as linear.
 * Without biases that of gelu and swish is 4, at a signal of 0 that larger ones move away from: they grow with depth.
 * Variance σw²/fanIn. Schoenholz et al. 2017. DL4J has none.
 */
record Critical(double sigmaB) implements CentredNormal {

    static final InitializerType TYPE = InitializerType.named("critical")
            .parameter("sigma_b", Kind.NON_NEGATIVE, 0.0)
            .formula("N(0, σw²/fanIn) with χ₁ = 1 for the layer's activation, biases N(0, σb²)")
            .variance("σw²/fanIn: 2/fanIn for relu, 1/fanIn for tanh without biases")
            .source("Schoenholz et al. 2017")
            .creates(arguments -> new Critical(arguments.number("sigma_b")));

    @Override
    public void check(Slot slot) {
        if (!Double.isFinite(scaledVariance(slot))) {
            throw new UnsuitableInitializerException("critical has no finite variance for the activation of layer "
                    + slot.layer() + ", " + slot.activation());
        }
    }

    @Override
    public Optional<double[]> biases(Slot slot, Draws draws) {
        return sigmaB == 0 ? Optional.empty() : Optional.of(Draws.fill(slot.units(), () -> sigmaB * draws.gaussian()));
    }

    @Override
    public double biasVariance(Slot slot) {
        return sigmaB * sigmaB;
    }

    @Override
    public double weightVariance(Slot slot) {
        return scaledVariance(slot) / slot.fanIn();
    }

    /** σw². */
    private double scaledVariance(Slot slot) {
        return EdgeOfChaos.of(nonlinearity(slot), sigmaB * sigmaB).weightVariance();
    }

    private static Nonlinearity nonlinearity(Slot slot) {
        return Nonlinearities.of(slot, "critical");
    }
}
