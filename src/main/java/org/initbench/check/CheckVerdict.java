package org.initbench.check;

import java.util.Locale;

/** What a network is said to be under an initializer. Of several that hold, the first is said. */
public enum CheckVerdict {
    /** The initializer cannot serve the network, or the network could not be run. */
    SKIPPED,
    /** Units of a layer compute the same, and still do after the updates. */
    SYMMETRIC,
    /** More than half of the units of a layer are 0 for every example. */
    DEAD,
    /** More than half of the activations of a layer lie where its function is flat. */
    SATURATED,
    /** The signal grows more than tenfold on its way, or the gradient on its way back. */
    EXPLODING,
    /** The signal shrinks below a tenth on its way, or the gradient on its way back. */
    VANISHING,
    /** The first loss is more than twice that of a network that knows nothing. */
    OVERCONFIDENT,
    /** None of these. */
    FINE;

    /** As {@code check.csv} has it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
