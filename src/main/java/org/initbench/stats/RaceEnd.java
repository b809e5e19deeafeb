package org.initbench.stats;

/** Why a race is over. */
public enum RaceEnd {
    /** One is left. */
    ALONE,
    /** The 95 % interval of every difference that is left lies within what does not matter. */
    ALIKE,
    /** Whoever is left would not be told apart by the last round either, as far as can be seen. */
    FUTILE,
    /** It had as many rounds as it may have. */
    ROUNDS,
    /** Nobody is left: trials failed. */
    NOBODY;

    /** Whether more rounds would tell no more. */
    public boolean isDecided() {
        return this == ALONE || this == ALIKE;
    }
}
