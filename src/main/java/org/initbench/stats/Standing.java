package org.initbench.stats;

import java.util.Locale;

/**
 * What may be said of an initializer after the tests, in the order in which tables list them. The probability that anybody
 * is called behind where all are equal is at most 5 %.
 */
public enum Standing {
    /** All others are behind or diverged. */
    BEST,
    /** Nobody is ahead of it, and somebody else is not behind either. */
    TIED,
    /** There are fewer than three repetitions to compare it with any other. */
    UNDECIDED,
    /** Some other one is ahead of it. */
    BEHIND,
    /** None of at least three trials completed, and another initializer's did: a count, not a test. */
    DIVERGED;

    /** As the {@code standing} column shows it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
