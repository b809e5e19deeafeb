package org.initbench.init;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.initbench.init.InitializerType.Parameter.Kind;

/**
 * U(low, high) whatever the fans; variance (high − low)²/12. Sutskever, Vinyals &amp; Le 2014, sec. 3.4, with bound 0.08.
 * DL4J: DISTRIBUTION with UniformDistribution (its UNIFORM has bound 1/√fanIn).
 */
record Uniform(double low, double high) implements Initializer {

    static final InitializerType TYPE = InitializerType.named("uniform")
            .parameter("bound", Kind.POSITIVE, null)
            .parameter("low", Kind.NUMBER, null)
            .parameter("high", Kind.NUMBER, null)
            .formula("U(low, high), or U(-bound, bound)")
            .variance("(high - low)²/12")
            .source("Sutskever et al. 2014, sec. 3.4, with bound = 0.08")
            .dl4j("DISTRIBUTION with UniformDistribution; its UNIFORM has bound 1/√fanIn")
            .example("uniform(0.05)")
            .creates(Uniform::from);

    private static Uniform from(Arguments arguments) {
        boolean symmetric = arguments.has("bound");
        boolean explicit = arguments.has("low") && arguments.has("high");
        if (symmetric == explicit || (symmetric && (arguments.has("low") || arguments.has("high")))) {
            throw new IllegalArgumentException("needs either bound, or low and high");
        }
        if (symmetric) {
            return new Uniform(-arguments.number("bound"), arguments.number("bound"));
        }
        if (arguments.number("low") >= arguments.number("high")) {
            throw new IllegalArgumentException("needs low below high");
        }
        return new Uniform(arguments.number("low"), arguments.number("high"));
    }

    @Override
    public double[] weights(Slot slot, Draws draws) {
        return Draws.fill(slot.size(), () -> draws.uniform(low, high));
    }

    @Override
    public Optional<ContinuousDistribution> distribution(Slot slot) {
        return Optional.of(UniformContinuousDistribution.of(low, high));
    }
}
