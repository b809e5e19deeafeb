package org.initbench.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t for a mean of n values whose deviation is estimated from them. Student 1908. */
final class Student {

    /** With fewer values a deviation says next to nothing. */
    static final int FEWEST = 3;

    private static final double UPPER_END = 0.975;
    private static final Map<Integer, TDistribution> DISTRIBUTIONS = new ConcurrentHashMap<>();
    private static final Map<Integer, Double> UPPER_ENDS = new ConcurrentHashMap<>();

    private Student() {}

    /** The 95 % interval of a mean: mean ± t(0.975, n − 1)·deviation/√n. */
    static Interval interval(double mean, double deviation, int n) {
        double end = UPPER_ENDS.computeIfAbsent(
                n - 1, freedom -> distribution(freedom).inverseCumulativeProbability(UPPER_END));
        double half = end * deviation / Math.sqrt(n);
        return new Interval(mean - half, mean + half);
    }

    /** Two-sided p-value of a mean against 0; 1 for a mean of 0, whatever the deviation. */
    static double p(double mean, double deviation, int n) {
        if (mean == 0) {
            return 1;
        }
        double t = Math.abs(mean) / (deviation / Math.sqrt(n));
        return Math.min(1, 2 * distribution(n - 1).survivalProbability(t));
    }

    /** Below which a t of so many degrees of freedom lies with this probability. */
    static double upper(double probability, int freedom) {
        return distribution(freedom).inverseCumulativeProbability(probability);
    }

    private static TDistribution distribution(int freedom) {
        return DISTRIBUTIONS.computeIfAbsent(freedom, TDistribution::of);
    }
}
