package org.initbench.init;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.init.InitializerType.Parameter.Kind;

/**
 * A constant of DL4J's {@code WeightInit} as it is, so that it can be compared with what its name says. Its numbers come from
 * DL4J's own generator, which the configuration seeds.
 * {@code dl4j_default} is XAVIER, which DL4J takes when nothing is said; biases are 0, those of forget gates what the layer says.
 *
 * @param constant any but DISTRIBUTION, which needs more than a name
 */
record Dl4jConstant(WeightInit constant) implements Initializer {

    static final InitializerType TYPE = InitializerType.named("dl4j")
            .alias("dl4j_default", Map.of("constant", WeightInit.XAVIER.name()))
            .parameter("constant", Kind.oneOf(names()), null)
            .formula("DL4J's own initializer of that name, untouched")
            .variance("what initbench conformance measures")
            .source("Deeplearning4j's WeightInit")
            .dl4j("CONSTANT")
            .example("dl4j(XAVIER)")
            .creates(arguments -> new Dl4jConstant(arguments.word("constant", WeightInit.class)));

    private static List<String> names() {
        return Arrays.stream(WeightInit.values())
                .filter(constant -> constant != WeightInit.DISTRIBUTION)
                .map(WeightInit::name)
                .toList();
    }

    @Override
    public Optional<WeightInit> dl4j() {
        return Optional.of(constant);
    }

    @Override
    public double[] weights(Slot slot, Draws draws) {
        throw new UnsupportedOperationException("DL4J draws these weights itself");
    }
}
