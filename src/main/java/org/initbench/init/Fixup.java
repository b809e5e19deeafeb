package org.initbench.init;

import java.util.List;

/**
 * Fixed-update initialization for residual networks without normalization: He normal, times L^(−1/(2m−2)) inside each of the
 * L residual branches, m being the branch's layers with weights; 0 for the last layer of each branch and for the last layer
 * of the network, the classifier. Variance 2/fanIn · L^(−1/(m−1)) inside a branch, 2/fanIn elsewhere. Its scalar biases of 0
 * and multipliers of 1 are layers of the network, {@link org.initbench.network.ScalarLayer}, and begin there. Zhang, Dauphin
 * &amp; Ma 2019, sec. 3. DL4J has none.
 */
record Fixup() implements ResidualRule {

    static final InitializerType TYPE = InitializerType.named("fixup")
            .formula(
                    "He·L^(-1/(2m-2)) in L residual branches of m layers, 0 for a branch's last layer and the classifier")
            .variance("2/fanIn; times L^(-1/(m-1)) in a branch; 0")
            .source("Zhang et al. 2019")
            .creates(arguments -> new Fixup());

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public void check(List<Slot> slots) {
        ResidualRule.super.check(slots);
        slots.stream()
                .filter(slot -> slot.branch() != null && slot.branch().layers() < 2)
                .findFirst()
                .ifPresent(slot -> {
                    throw new UnsuitableInitializerException(
                            "fixup needs at least 2 layers with weights in each residual" + " branch; layer "
                                    + slot.layer() + " is alone in its own");
                });
    }

    @Override
    public Initializer rule(Slot slot) {
        Slot.Branch branch = slot.branch();
        if (slot.isLast() || slot.endsBranch()) {
            return new Constant(0);
        }
        return VarianceScaling.heNormal(branch == null ? 1 : Math.pow(slot.branches(), -1.0 / (branch.layers() - 1)));
    }
}
