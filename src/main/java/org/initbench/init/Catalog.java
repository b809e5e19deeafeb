package org.initbench.init;

import java.util.List;

/** All initializers, in the order in which {@code all} and {@code list inits} show them. */
public final class Catalog {

    private static final List<InitializerType> TYPES = List.of(
            Constant.ZEROS,
            Constant.ONES,
            Constant.CONSTANT,
            Normal.TYPE,
            Uniform.TYPE,
            TruncatedNormal.TYPE,
            ClippedNormal.TYPE,
            VarianceScaling.TYPE,
            VarianceScaling.GLOROT_NORMAL,
            VarianceScaling.GLOROT_UNIFORM,
            VarianceScaling.HE_NORMAL,
            VarianceScaling.HE_UNIFORM,
            VarianceScaling.LECUN_NORMAL,
            VarianceScaling.LECUN_UNIFORM,
            SmallInit.TYPE,
            Orthogonal.TYPE,
            DeltaOrthogonal.TYPE,
            Identity.TYPE,
            Sparse.TYPE,
            UnitVariance.TYPE,
            Critical.TYPE,
            ZeroHadamard.TYPE,
            LooksLinear.TYPE,
            Lsuv.TYPE,
            Fixup.TYPE,
            ZeroResidual.TYPE,
            Gpt2.TYPE,
            TransformerRule.T_FIXUP,
            TransformerRule.DEEPNET,
            Mup.TYPE,
            PytorchDefault.TYPE,
            KerasDefault.TYPE,
            Dl4jConstant.TYPE);

    private static final SpecParser PARSER = new SpecParser("initializer", TYPES);

    private Catalog() {}

    /** The entries. */
    public static List<InitializerType> types() {
        return TYPES;
    }

    /**
     * The initializer that a spec names: an entry, or by a name with dots a class on the class path, as
     * {@code com.example.Mine(gain=1.4)}. That is a public {@link Initializer} whose entry is in its public static field
     * {@code TYPE}.
     *
     * @param spec {@code name} or {@code name(key=value, …)}
     * @throws InvalidSpecException if there is none, or its arguments are wrong
     */
    public static NamedInitializer parse(String spec) {
        return PARSER.parse(spec);
    }
}
