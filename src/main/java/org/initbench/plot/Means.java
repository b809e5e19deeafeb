package org.initbench.plot;

import java.util.Arrays;

/** Means of what is to be drawn. */
final class Means {

    private Means() {}

    /** NaN where there is no value, or one that is not a number. */
    static double of(double... values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
