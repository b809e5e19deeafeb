package org.initbench.conformance;

import java.util.Locale;

/** What the audit says of a promise; the order is that in which they are shown. */
public enum Verdict {
    DEVIATES,
    CONFORMS,
    NO_PROMISE,
    /** There are no weights to look at. */
    REFUSED;

    /** {@code no promise}, … */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
