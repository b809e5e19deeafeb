package org.initbench.conformance;

import java.util.Arrays;

/**
 * How weights are distributed.
 *
 * @param family of the weights that are not 0
 * @param zeroFraction of all weights
 */
record Found(Family family, double zeroFraction) {

    /** Continuous draws are 0 far more seldom, and what is 0 more often is no accident. */
    private static final double FEWEST_ZEROS = 0.005;

    /** DL4J writes the smallest double where it means 0. */
    private static final double NOTHING = 1e-100;

    /** Looks at a sample; where it has zeros, the family is that of the others, or structured where these are all the same. */
    static Found of(double[] values) {
        double[] others =
                Arrays.stream(values).filter(value -> Math.abs(value) > NOTHING).toArray();
        double zeroFraction = 1 - others.length / (double) values.length;
        if (zeroFraction < FEWEST_ZEROS || others.length == 0) {
            return new Found(Family.of(values), zeroFraction);
        }
        Family family = Family.of(others);
        return new Found(family == Family.CONSTANT ? Family.STRUCTURED : family, zeroFraction);
    }

    /** {@code normal}, {@code truncated normal and zeros}, … */
    String text() {
        boolean mixed = family != Family.STRUCTURED && family != Family.CONSTANT && zeroFraction >= FEWEST_ZEROS;
        return mixed ? family.text() + " and zeros" : family.text();
    }
}
