package org.initbench.init;

/**
 * N(0, 0.02²), the last weights of each of L residual branches times 1/√L: of attention those that project its heads. Variance 0.0004, or
 * 0.0004/L. Radford et al. 2019, sec. 2.3; the 0.02 is Radford et al.'s of 2018. DL4J has none.
 */
record Gpt2() implements CentredNormal {

    static final InitializerType TYPE = InitializerType.named("gpt2")
            .formula("N(0, 0.02²), the last weights of each of L residual branches times 1/√L")
            .variance("0.0004, or 0.0004/L")
            .source("Radford et al. 2019")
            .creates(arguments -> new Gpt2());

    private static final double STD = 0.02;

    @Override
    public double weightVariance(Slot slot) {
        return STD * STD / (slot.endsBranch() ? slot.branches() : 1);
    }
}
