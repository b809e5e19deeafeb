package org.initbench.conformance;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.deeplearning4j.nn.weights.WeightInit;

/**
 * What the constants of DL4J's {@code WeightInit} promise by name, or where a name says too little, by Javadoc. Fans are those
 * of the papers, in which the stride has no part.
 */
final class Dl4jPromises {

    private static final String JAVADOC = "Javadoc of WeightInit, earlier releases";
    private static final String KERAS = "the name; Keras's VarianceScaling with scale 1";
    private static final String GLOROT = "the name; Glorot & Bengio 2010";
    private static final String HE = "the name; He et al. 2015";
    private static final String LECUN = "the name; LeCun et al. 1998";

    private static final Map<WeightInit, Rule> RULES = Map.ofEntries(
            Map.entry(WeightInit.SIGMOID_UNIFORM, new Rule(16, Fan.FAN_AVG, Family.UNIFORM, JAVADOC)),
            Map.entry(WeightInit.NORMAL, new Rule(1, Fan.FAN_IN, Family.NORMAL, "Javadoc of WeightInitNormal")),
            Map.entry(WeightInit.LECUN_NORMAL, new Rule(1, Fan.FAN_IN, Family.NORMAL, LECUN)),
            Map.entry(
                    WeightInit.LECUN_UNIFORM,
                    new Rule(1, Fan.FAN_IN, Family.UNIFORM, LECUN + "; its Javadoc says ±3/√fanIn")),
            Map.entry(WeightInit.UNIFORM, new Rule(1.0 / 3, Fan.FAN_IN, Family.UNIFORM, JAVADOC)),
            Map.entry(WeightInit.XAVIER, new Rule(1, Fan.FAN_AVG, Family.NORMAL, GLOROT)),
            Map.entry(WeightInit.XAVIER_UNIFORM, new Rule(1, Fan.FAN_AVG, Family.UNIFORM, GLOROT)),
            Map.entry(WeightInit.XAVIER_FAN_IN, new Rule(1, Fan.FAN_IN, Family.NORMAL, JAVADOC)),
            Map.entry(WeightInit.XAVIER_LEGACY, new Rule(1, Fan.FAN_AVG, Family.NORMAL, GLOROT)),
            Map.entry(WeightInit.RELU, new Rule(2, Fan.FAN_IN, Family.NORMAL, HE)),
            Map.entry(WeightInit.RELU_UNIFORM, new Rule(2, Fan.FAN_IN, Family.UNIFORM, HE)),
            Map.entry(WeightInit.VAR_SCALING_NORMAL_FAN_IN, new Rule(1, Fan.FAN_IN, Family.NORMAL, KERAS)),
            Map.entry(WeightInit.VAR_SCALING_NORMAL_FAN_OUT, new Rule(1, Fan.FAN_OUT, Family.NORMAL, KERAS)),
            Map.entry(WeightInit.VAR_SCALING_NORMAL_FAN_AVG, new Rule(1, Fan.FAN_AVG, Family.NORMAL, KERAS)),
            Map.entry(WeightInit.VAR_SCALING_UNIFORM_FAN_IN, new Rule(1, Fan.FAN_IN, Family.UNIFORM, KERAS)),
            Map.entry(WeightInit.VAR_SCALING_UNIFORM_FAN_OUT, new Rule(1, Fan.FAN_OUT, Family.UNIFORM, KERAS)),
            Map.entry(WeightInit.VAR_SCALING_UNIFORM_FAN_AVG, new Rule(1, Fan.FAN_AVG, Family.UNIFORM, KERAS)));

    private Dl4jPromises() {}

    /**
     * Mean 0 and variance scale/fan.
     *
     * @param source where it is promised
     */
    private record Rule(double scale, Fan fan, Family family, String source) {

        Promise on(Shape shape) {
            double std = Math.sqrt(scale / fan.of(shape));
            double bound = Math.sqrt(3) * std;
            return Promise.of(
                    family == Family.UNIFORM
                            ? UniformContinuousDistribution.of(-bound, bound)
                            : NormalDistribution.of(0, std));
        }
    }

    /** What a constant promises of a shape; ONES and IDENTITY promise no variance. */
    static Promise of(WeightInit constant, Shape shape) {
        if (constant == WeightInit.ZERO) {
            return new Promise(OptionalDouble.of(0), Optional.empty());
        }
        Rule rule = RULES.get(constant);
        return rule == null ? Promise.NONE : rule.on(shape);
    }

    /** Where it is promised; empty where nothing is. */
    static String source(WeightInit constant) {
        Rule rule = RULES.get(constant);
        return rule == null ? "" : rule.source();
    }
}
