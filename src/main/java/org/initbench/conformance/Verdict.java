package org.initbench.conformance;

import java.util.Locale;

/** What the audit says of a promise; the order is that in which they are shown. */
public enum Verdict {
    DEVIATES,
    /** An exception that says nothing about the shape. */
    FAILED,
    CONFORMS,
    NO_PROMISE,
    /** There is no rule for such weights. */
    REFUSED;

    /** Whether nothing was found that contradicts a promise. */
    public boolean isKept() {
        return this != DEVIATES && this != FAILED;
    }

    /** {@code no promise}, … */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
