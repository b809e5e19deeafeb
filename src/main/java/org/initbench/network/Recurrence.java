package org.initbench.network;

/** Whether a layer's last outputs come back to it. */
public enum Recurrence {
    /** They do not. */
    NONE,
    /** They do, without gates. */
    PLAIN,
    /** They do, as in an LSTM: each parameter is a matrix for each {@link Gate}. */
    GATED
}
