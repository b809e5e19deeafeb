package org.initbench.init;

/**
 * N(0, 1/(fanIn·E[φ(z)²])), z ~ N(0, 1), φ the layer's activation: He's rule for any. Pre-activations of variance 1 have variance 1
 * again in the next layer; those of gelu and swish drift away from it where they start elsewhere. The variance times fanIn is 2 for relu, 2.53618 for tanh, 2.81076 for swish, 1.55052 for elu, 1 for selu
 * and linear, 2.36993 for DL4J's gelu, which is z·σ(1.702 z), and 2.41304 for its precise one, which cubes 0.044715·z; for the exact
 * z·Φ(z) it would be 2.35172. A softmax counts as linear. After He et al. 2015, eq. 10. DL4J has none.
 */
record UnitVariance() implements CentredNormal {

    static final InitializerType TYPE = InitializerType.named("unit_variance")
            .formula("N(0, 1/(fanIn·E[φ(z)²])), z ~ N(0, 1), φ the layer's activation")
            .variance("1/(fanIn·E[φ(z)²]): 2/fanIn for relu, 2.536/fanIn for tanh, 2.370/fanIn for gelu")
            .source("He et al. 2015, eq. 10, for any activation")
            .creates(arguments -> new UnitVariance());

    @Override
    public void check(Slot slot) {
        Nonlinearities.of(slot, "unit_variance");
    }

    @Override
    public double weightVariance(Slot slot) {
        return 1 / (slot.fanIn() * Nonlinearities.of(slot, "unit_variance").secondMoment(1));
    }
}
