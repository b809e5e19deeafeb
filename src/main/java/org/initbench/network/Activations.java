package org.initbench.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;

/** The activations a study may name, and DL4J's of each. */
public final class Activations {

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

    /**
     * DL4J's activation of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Activation named(String name) {
        Activation activation = BY_NAME.get(name);
        if (activation == null) {
            throw new IllegalArgumentException("there is no activation " + name);
        }
        return activation;
    }

    /** What studies call an activation with DL4J's default parameters; nothing where they have no name for it. */
    public static Optional<String> nameOf(IActivation activation) {
        return BY_NAME.entrySet().stream()
                .filter(named -> named.getValue().getActivationFunction().equals(activation))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What studies call those that they may name. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(BY_NAME.keySet());
    }
}
