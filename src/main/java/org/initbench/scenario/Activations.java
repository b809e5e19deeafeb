package org.initbench.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import org.initbench.config.Section;
import org.nd4j.linalg.activations.Activation;

/** The activations a study may name, and DL4J's of each. */
final class Activations {

    private static final Map<String, Activation> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("relu", Activation.RELU);
        BY_NAME.put("leaky_relu", Activation.LEAKYRELU);
        BY_NAME.put("tanh", Activation.TANH);
        BY_NAME.put("sigmoid", Activation.SIGMOID);
        BY_NAME.put("elu", Activation.ELU);
        BY_NAME.put("selu", Activation.SELU);
        BY_NAME.put("gelu", Activation.GELU);
        BY_NAME.put("swish", Activation.SWISH);
        BY_NAME.put("linear", Activation.IDENTITY);
    }

    private Activations() {}

    /** Reads the {@code activation} of a network section. */
    static Activation read(Section network, String fallback) {
        String name = network.choice("activation", fallback, BY_NAME.keySet());
        return BY_NAME.getOrDefault(name, Activation.RELU);
    }
}
