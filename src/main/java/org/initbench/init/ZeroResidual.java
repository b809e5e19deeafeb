package org.initbench.init;

/**
 * He normal, but 0 for the last layer of each residual branch, so that every block passes on what it gets at first. Variance
 * 2/fanIn, or 0. Zhang, Dauphin &amp; Ma 2019, sec. 3, rule 1 without the others; Goyal et al. 2017, sec. 5.1, do the same by
 * the scale of the last normalization. DL4J has none.
 */
record ZeroResidual() implements ResidualRule {

    static final InitializerType TYPE = InitializerType.named("zero_residual")
            .formula("N(0, 2/fanIn), 0 for the last layer of each residual branch")
            .variance("2/fanIn, or 0")
            .source("Zhang et al. 2019; Goyal et al. 2017")
            .creates(arguments -> new ZeroResidual());

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Initializer rule(Slot slot) {
        return slot.endsBranch() ? new Constant(0) : VarianceScaling.heNormal(1);
    }
}
