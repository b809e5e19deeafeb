package org.initbench.init;

import java.util.OptionalDouble;
import org.initbench.init.InitializerType.Parameter.Kind;

/**
 * Zero mean and variance scale/fan, whatever the distribution: the family of Glorot, He and LeCun. A truncated normal has
 * its std divided by that of a cut N(0, 1), a uniform has bound √(3·variance).
 *
 * @param scale numerator of the variance
 * @param mode which fan is the denominator
 * @param distribution of the values
 */
record VarianceScaling(double scale, Mode mode, Distribution distribution) implements RuleBySlot {

    /** N(0, 2/(fanIn + fanOut)). Glorot &amp; Bengio 2010, eq. 12, whose paper draws uniformly. DL4J: XAVIER. */
    static final InitializerType GLOROT_NORMAL = named("glorot_normal")
            .alias("xavier", "xavier_normal")
            .formula("N(0, 2/(fanIn + fanOut))")
            .variance("2/(fanIn + fanOut)")
            .source("Glorot & Bengio 2010, eq. 12")
            .dl4j("XAVIER")
            .creates(arguments -> new VarianceScaling(1, Mode.FAN_AVG, Distribution.NORMAL));

    /** U(-a, a), a = √(6/(fanIn + fanOut)); variance 2/(fanIn + fanOut). Glorot &amp; Bengio 2010, eq. 16. DL4J: XAVIER_UNIFORM. */
    static final InitializerType GLOROT_UNIFORM = named("glorot_uniform")
            .alias("xavier_uniform")
            .formula("U(-a, a), a = √(6/(fanIn + fanOut))")
            .variance("2/(fanIn + fanOut)")
            .source("Glorot & Bengio 2010, eq. 16")
            .dl4j("XAVIER_UNIFORM")
            .creates(arguments -> glorotUniform());

    /** N(0, 2/((1 + slope²)·fanIn)). He et al. 2015, eq. 10 and 15. DL4J: RELU. */
    static final InitializerType HE_NORMAL = named("he_normal")
            .alias("he", "kaiming_normal")
            .parameter("slope", Kind.NUMBER, 0.0)
            .formula("N(0, 2/((1 + slope²)·fanIn))")
            .variance("2/((1 + slope²)·fanIn)")
            .source("He et al. 2015, eq. 10 and 15")
            .dl4j("RELU")
            .creates(arguments -> new VarianceScaling(heScale(arguments), Mode.FAN_IN, Distribution.NORMAL));

    /** U(-a, a), a = √(6/((1 + slope²)·fanIn)); variance 2/((1 + slope²)·fanIn). He et al. 2015. DL4J: RELU_UNIFORM. */
    static final InitializerType HE_UNIFORM = named("he_uniform")
            .alias("kaiming_uniform")
            .parameter("slope", Kind.NUMBER, 0.0)
            .formula("U(-a, a), a = √(6/((1 + slope²)·fanIn))")
            .variance("2/((1 + slope²)·fanIn)")
            .source("He et al. 2015, eq. 10 and 15")
            .dl4j("RELU_UNIFORM")
            .creates(arguments -> new VarianceScaling(heScale(arguments), Mode.FAN_IN, Distribution.UNIFORM));

    /** N(0, 1/fanIn), which some documents call Xavier. LeCun et al. 1998, eq. 16. DL4J: LECUN_NORMAL, NORMAL, XAVIER_FAN_IN. */
    static final InitializerType LECUN_NORMAL = named("lecun_normal")
            .alias("xavier_fan_in")
            .formula("N(0, 1/fanIn)")
            .variance("1/fanIn")
            .source("LeCun et al. 1998, eq. 16")
            .dl4j("LECUN_NORMAL, also NORMAL and XAVIER_FAN_IN")
            .creates(arguments -> new VarianceScaling(1, Mode.FAN_IN, Distribution.NORMAL));

    /** U(-a, a), a = √(3/fanIn); variance 1/fanIn. LeCun et al. 1998, eq. 16. DL4J's LECUN_UNIFORM has three times the variance. */
    static final InitializerType LECUN_UNIFORM = named("lecun_uniform")
            .formula("U(-a, a), a = √(3/fanIn)")
            .variance("1/fanIn")
            .source("LeCun et al. 1998, eq. 16")
            .dl4j("LECUN_UNIFORM")
            .creates(arguments -> new VarianceScaling(1, Mode.FAN_IN, Distribution.UNIFORM));

    static final InitializerType TYPE = named("variance_scaling")
            .parameter("scale", Kind.POSITIVE, null)
            .parameter("mode", Kind.oneOf(Mode.class), null)
            .parameter("distribution", Kind.oneOf(Distribution.class), null)
            .formula("mean 0; normal, uniform, or normal redrawn beyond 2 std and scaled up for it")
            .variance("scale/fan")
            .source("He et al. 2015; Keras's initializer of this name")
            .dl4j("VAR_SCALING_NORMAL_FAN_IN and its kin")
            .example("variance_scaling(scale=1, mode=fan_in, distribution=truncated_normal)")
            .creates(arguments -> new VarianceScaling(
                    arguments.number("scale"),
                    arguments.word("mode", Mode.class),
                    arguments.word("distribution", Distribution.class)));

    /** Which fan divides the scale. */
    enum Mode {
        FAN_IN,
        FAN_OUT,
        FAN_AVG,
        FAN_GEO_AVG;

        double of(Slot slot) {
            return switch (this) {
                case FAN_IN -> slot.fanIn();
                case FAN_OUT -> slot.fanOut();
                case FAN_AVG -> (slot.fanIn() + slot.fanOut()) / 2;
                case FAN_GEO_AVG -> Math.sqrt(slot.fanIn() * slot.fanOut());
            };
        }
    }

    /** How the values are distributed. */
    enum Distribution {
        NORMAL,
        TRUNCATED_NORMAL,
        UNIFORM
    }

    static VarianceScaling glorotUniform() {
        return new VarianceScaling(1, Mode.FAN_AVG, Distribution.UNIFORM);
    }

    /** He's normal distribution with {@code factor} times its variance. */
    static VarianceScaling heNormal(double factor) {
        return new VarianceScaling(2 * factor, Mode.FAN_IN, Distribution.NORMAL);
    }

    private static InitializerType.Builder named(String name) {
        return InitializerType.named(name);
    }

    private static double heScale(Arguments arguments) {
        double slope = arguments.number("slope");
        return 2 / (1 + slope * slope);
    }

    @Override
    public Initializer rule(Slot slot) {
        double variance = scale / mode.of(slot);
        double std = Math.sqrt(variance);
        double bound = Math.sqrt(3 * variance);
        return switch (distribution) {
            case NORMAL -> new Normal(0, std);
            case TRUNCATED_NORMAL -> new TruncatedNormal(std / TruncatedNormal.UNIT_STD);
            case UNIFORM -> new Uniform(-bound, bound);
        };
    }

    /** Exact, where that of the distribution is rounded. */
    @Override
    public OptionalDouble variance(Slot slot) {
        return OptionalDouble.of(scale / mode.of(slot));
    }
}
