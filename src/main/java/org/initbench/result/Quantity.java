package org.initbench.result;

import java.util.Locale;

/** What is measured in a layer. */
public enum Quantity {
    WEIGHT,
    BIAS,
    PREACTIVATION,
    ACTIVATION,
    ACTIVATION_GRADIENT,
    WEIGHT_GRADIENT,
    BIAS_GRADIENT,
    UPDATE,
    /** What hidden layers put out for the first minibatch, less what they put out for it before training. */
    ACTIVATION_CHANGE;

    /** As the {@code quantity} column shows it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
