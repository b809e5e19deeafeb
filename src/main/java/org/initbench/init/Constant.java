package org.initbench.init;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.initbench.init.InitializerType.Parameter.Kind;

/**
 * Every weight the same: variance 0. All units of a layer compute the same and get the same gradient, so that training
 * never tells them apart. Rumelhart, Hinton &amp; Williams 1986 begin from small random weights for that reason. DL4J: ZERO,
 * ONES, ConstantDistribution.
 */
record Constant(double value) implements Initializer {

    static final InitializerType ZEROS = InitializerType.named("zeros")
            .alias("zero")
            .formula("0")
            .variance("0")
            .source("Rumelhart, Hinton & Williams 1986: equal weights stay equal")
            .dl4j("ZERO")
            .creates(arguments -> new Constant(0));

    static final InitializerType ONES = InitializerType.named("ones")
            .formula("1")
            .variance("0")
            .source("as zeros")
            .dl4j("ONES")
            .creates(arguments -> new Constant(1));

    static final InitializerType CONSTANT = InitializerType.named("constant")
            .parameter("value", Kind.NUMBER, null)
            .formula("value")
            .variance("0")
            .source("as zeros")
            .dl4j("DISTRIBUTION with ConstantDistribution")
            .example("constant(0.1)")
            .creates(arguments -> new Constant(arguments.number("value")));

    @Override
    public double[] weights(Slot slot, Draws draws) {
        double[] values = new double[slot.size()];
        Arrays.fill(values, value);
        return values;
    }

    @Override
    public OptionalDouble variance(Slot slot) {
        return value == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
}
