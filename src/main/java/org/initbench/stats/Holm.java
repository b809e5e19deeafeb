package org.initbench.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction: of m p-values the smallest is multiplied by m, the next by m − 1, and so on, none becoming smaller than
 * the one before. Whoever rejects below 5 % is wrong about any of them with a probability of at most 5 %. Holm 1979.
 */
public final class Holm {

    private Holm() {}

    /** The corrected values, in the order of the given ones. */
    public static double[] adjusted(double[] p) {
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            largest = Math.max(largest, Math.min(1, (p.length - rank) * p[ascending[rank]]));
            adjusted[ascending[rank]] = largest;
        }
        return adjusted;
    }
}
