package org.initbench.stats;

import java.util.Arrays;

/**
 * How often a rival is how close to the best. Dolan and Moré 2002, eq. 2.1: the share of data sets on which its cost is at most τ
 * times that of the best. Agarwal et al. 2021, section 4.2: the share of trials, of all data sets alike, with a score above τ.
 */
public final class PerformanceProfile {

    private PerformanceProfile() {}

    /**
     * Costs over the smallest of their data set: 1 for the best; infinite where a cost is, or where that of the best alone is 0.
     *
     * @param costs (data sets, rivals), none negative
     */
    public static double[][] ratios(double[][] costs) {
        double[][] ratios = new double[costs.length][];
        for (int i = 0; i < costs.length; i++) {
            double best = Arrays.stream(costs[i]).min().orElse(0);
            ratios[i] = Arrays.stream(costs[i]).map(cost -> ratio(cost, best)).toArray();
        }
        return ratios;
    }

    private static double ratio(double cost, double best) {
        if (Double.isInfinite(cost)) {
            return Double.POSITIVE_INFINITY;
        }
        return cost == best ? 1 : cost / best;
    }

    /** The share of a rival's ratios, one a data set, that are at most τ. */
    public static double atMost(double[] ratios, double tau) {
        return (double) Arrays.stream(ratios).filter(ratio -> ratio <= tau).count() / ratios.length;
    }

    /**
     * The mean over data sets of the share of trials with a score above τ, so that one with more repetitions weighs no more.
     *
     * @param scores (data sets, trials), a diverged trial's minus infinity
     */
    public static double above(double[][] scores, double tau) {
        return Arrays.stream(scores)
                .mapToDouble(trials -> (double) Arrays.stream(trials)
                                .filter(score -> score > tau)
                                .count()
                        / trials.length)
                .average()
                .orElse(Double.NaN);
    }
}
