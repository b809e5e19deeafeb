package org.initbench.init;

import java.util.OptionalDouble;
import org.initbench.init.VarianceScaling.Distribution;
import org.initbench.init.VarianceScaling.Mode;
import org.initbench.network.Role;

/**
 * Glorot's weights for an encoder of N layers, each with two residual branches, attention and feed-forward, which are scaled down with depth
 * so that updates stay bounded: values, projections and the feed-forward layers, and not queries and keys. Embeddings of d dimensions
 * are N(0, 1/d). What is in no branch is not scaled.
 *
 * @param name that specs call it by
 * @param distribution of Glorot's weights
 * @param factor of a branch's scaled weights is this times N^(-1/4)
 * @param embeddingFactor of embeddings is this times N^(-1/4); 0 where they are not scaled
 */
record TransformerRule(String name, Distribution distribution, double factor, double embeddingFactor)
        implements ResidualRule {

    private static final double QUARTER = -0.25;
    private static final double BRANCHES_OF_A_LAYER = 2;

    /**
     * T-Fixup for encoders, which then do without layer normalization and warm-up: branches times 0.67·N^(-1/4), embeddings times
     * (9N)^(-1/4). Variance 2/(fanIn + fanOut), in a branch times 0.4489/√N. Huang et al. 2020, sec. 3.3. DL4J has none.
     */
    static final InitializerType T_FIXUP = InitializerType.named("t_fixup")
            .formula(
                    "glorot_uniform, in residual branches of N encoder layers times 0.67·N^(-1/4) but for queries and keys; "
                            + "embeddings N(0, 1/d)·(9N)^(-1/4)")
            .variance("2/(fanIn + fanOut), in a branch times 0.4489/√N")
            .source("Huang et al. 2020")
            .creates(arguments -> new TransformerRule("t_fixup", Distribution.UNIFORM, 0.67, Math.pow(9, QUARTER)));

    /**
     * β of DeepNet's encoders: branches times (8N)^(-1/4). Its α, (2N)^(1/4), multiplies what goes around a branch, and is the network's affair.
     * Variance 2/(fanIn + fanOut), in a branch times 1/√(8N). Wang et al. 2022, fig. 2. DL4J has none.
     */
    static final InitializerType DEEPNET = InitializerType.named("deepnet")
            .formula(
                    "glorot_normal, in residual branches of N encoder layers times (8N)^(-1/4) but for queries and keys; "
                            + "embeddings N(0, 1/d)")
            .variance("2/(fanIn + fanOut), in a branch times 1/√(8N)")
            .source("Wang et al. 2022")
            .creates(arguments -> new TransformerRule("deepnet", Distribution.NORMAL, Math.pow(8, QUARTER), 0));

    @Override
    public Initializer rule(Slot slot) {
        double depth = Math.pow(slot.branches() / BRANCHES_OF_A_LAYER, QUARTER);
        if (slot.role() == Role.EMBEDDING) {
            double scale = embeddingFactor == 0 ? 1 : embeddingFactor * depth;
            return new Normal(0, scale / Math.sqrt(slot.units()));
        }
        boolean isScaled = slot.branch() != null && !(slot.role() == Role.QUERY || slot.role() == Role.KEY);
        double scale = isScaled ? factor * depth : 1;
        return new VarianceScaling(scale * scale, Mode.FAN_AVG, distribution);
    }

    @Override
    public OptionalDouble variance(Slot slot) {
        return rule(slot).variance(slot);
    }
}
