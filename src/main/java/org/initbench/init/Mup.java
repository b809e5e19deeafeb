package org.initbench.init;

import org.initbench.init.InitializerType.Parameter.Kind;
import org.initbench.network.Role;
import org.initbench.network.UpdateRule;

/**
 * The maximal update parametrization: variances and learning rates by which the best rate of a narrow network is that of a wide one. In
 * the form without multipliers, at width {@code base} it is {@code variance_scaling(scale, fan_in, normal)} at the study's rate.
 *
 * <table>
 * <caption>By width n, with r = n/base</caption>
 * <tr><th>weights</th><th>variance</th><th>rate of SGD</th><th>rate of Adam</th></tr>
 * <tr><td>of the first layer</td><td>scale/fanIn</td><td>r</td><td>1</td></tr>
 * <tr><td>between</td><td>scale/fanIn</td><td>1</td><td>1/r</td></tr>
 * <tr><td>of the last layer</td><td>scale/(fanIn·r)</td><td>1/r</td><td>1/r</td></tr>
 * <tr><td>biases</td><td></td><td>r, of the last layer 1</td><td>1</td></tr>
 * </table>
 *
 * <p>Embeddings count as a first layer, N(0, 1). Momentum goes with SGD, what divides by the size of gradients with Adam. Attention is
 * divided by √d in DL4J, where the paper has d. Yang et al. 2022, table 3, whose hidden and input variances are of order 1/fanIn, the
 * last layer's of order 1/fanIn². DL4J has none.
 */
record Mup(double base, double scale) implements CentredNormal {

    static final InitializerType TYPE = InitializerType.named("mup")
            .parameter("base", Kind.POSITIVE, null)
            .parameter("scale", Kind.POSITIVE, 2.0)
            .formula(
                    "N(0, scale/fanIn), of the last layer N(0, scale·base/fanIn²), with a learning rate for each layer by its width")
            .variance("scale/fanIn, of the last layer scale·base/fanIn²")
            .source("Yang et al. 2022, table 3")
            .example("mup(64)")
            .creates(arguments -> new Mup(arguments.number("base"), arguments.number("scale")));

    @Override
    public void check(Slot slot) {
        if (slot.isKernel()) {
            throw new UnsuitableInitializerException(
                    "mup is for dense, recurrent and attention layers, and layer " + slot.layer() + " has kernels");
        }
    }

    @Override
    public double weightVariance(Slot slot) {
        if (slot.role() == Role.EMBEDDING) {
            return 1;
        }
        return scale / slot.fanIn() / (slot.isLast() ? slot.fanIn() / base : 1);
    }

    @Override
    public boolean setsRates() {
        return true;
    }

    @Override
    public double rateFactor(Slot slot, UpdateRule updates) {
        if (isOfInput(slot)) {
            return updates == UpdateRule.SGD ? slot.units() / base : 1;
        }
        return slot.isLast() || updates == UpdateRule.ADAM ? base / slot.fanIn() : 1;
    }

    @Override
    public double biasRateFactor(Slot slot, UpdateRule updates) {
        return updates == UpdateRule.SGD && !slot.isLast() ? slot.units() / base : 1;
    }

    private static boolean isOfInput(Slot slot) {
        return slot.role() == Role.EMBEDDING || (slot.layer() == 0 && slot.role() != Role.RECURRENT);
    }
}
