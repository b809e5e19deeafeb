package org.initbench.plot;

import java.util.Arrays;

/**
 * Which results deserve the whole axis where a lost one would squeeze all others into a dot: the largest group of at least
 * two best means that differ, and whose span is below a tenth of the whole span, both as the axis has them. What lies
 * outside of their range is named at the edge. The page has the same rule in {@code leaders.js}.
 */
final class Leaders {

    private static final double SHARE = 0.1;

    private Leaders() {}

    /**
     * How many of the means are leaders; all of them where none stands apart.
     *
     * @param means finite, the best first
     */
    static int count(double[] means, boolean isLogarithmic) {
        double[] at = isLogarithmic ? Arrays.stream(means).map(Math::log10).toArray() : means;
        for (int count = at.length - 1; count >= 2; count--) {
            double span = Math.abs(at[count - 1] - at[0]);
            if (span < SHARE * Math.abs(at[at.length - 1] - at[0])) {
                return span > 0 ? count : at.length;
            }
        }
        return at.length;
    }
}
