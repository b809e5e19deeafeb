package org.initbench.stats;

/**
 * How far the mean of other draws may lie from that of ours by chance: t(0.995, n − 1)·deviation·√(1/m + 1/n), for which one in a
 * hundred lies beyond where values are normal. Whitmore 1986.
 */
public final class Prediction {

    /** With fewer values a deviation says next to nothing. */
    public static final int FEWEST = Student.FEWEST;

    private static final double UPPER_END = 0.995;

    private Prediction() {}

    /**
     * Half of the interval.
     *
     * @param deviation of our values
     * @param n how many they are, at least {@link #FEWEST}
     * @param draws how many the others are
     */
    public static double half(double deviation, int n, int draws) {
        return Student.upper(UPPER_END, n - 1) * deviation * Math.sqrt(1.0 / draws + 1.0 / n);
    }
}
