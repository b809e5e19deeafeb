package org.initbench.stats;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/**
 * Whether k rivals differ over N data sets, by their ranks on each. χ² = 12N/(k(k+1))·(ΣR̄² − k(k+1)²/4) with k − 1 degrees of
 * freedom (Friedman 1937, without a correction for ties, which makes it smaller); F = (N−1)χ²/(N(k−1) − χ²) with k − 1 and
 * (k−1)(N−1) (Iman and Davenport 1980), as Demšar 2006, section 3.2.2, has them.
 *
 * @param dataSets N
 * @param meanRanks R̄, by rival; 1 is best
 * @param chiSquare Friedman's
 * @param chiSquareP its p-value
 * @param f Iman and Davenport's; infinite where all data sets rank alike
 * @param fP its p-value
 * @param p the one to go by: the share of 100,000 random permutations of the ranks of each data set that have so large a χ², from
 *     a fixed seed. The others are approximations for more than about 10 data sets and 5 rivals, and F makes much of few data sets
 *     that agree
 */
public record Friedman(
        int dataSets, List<Double> meanRanks, double chiSquare, double chiSquareP, double f, double fP, double p) {

    /** Below this p-value rivals are said to differ, and at this level mean ranks are told apart. */
    public static final double ALPHA = PairedTest.SIGNIFICANT;

    private static final int PERMUTATIONS = 100_000;
    private static final long SEED = 1;
    private static final double ROUNDING = 1e-9;

    /** Keeps its own list. */
    public Friedman {
        meanRanks = List.copyOf(meanRanks);
    }

    /**
     * Of at least two data sets.
     *
     * @param ranks (data sets, rivals), at least two of either, as {@link #ranks} has them
     */
    public static Friedman of(double[][] ranks) {
        int n = ranks.length;
        int k = ranks[0].length;
        double[] means = new double[k];
        for (double[] row : ranks) {
            for (int i = 0; i < k; i++) {
                means[i] += row[i] / n;
            }
        }
        double most = n * (k - 1.0);
        double chiSquare = Math.min(
                most, Math.max(0, 12.0 * n / (k * (k + 1.0)) * (squares(means) - k * (k + 1.0) * (k + 1.0) / 4)));
        boolean allAlike = most - chiSquare <= 1e-9 * most;
        double f = allAlike ? Double.POSITIVE_INFINITY : (n - 1) * chiSquare / (most - chiSquare);
        return new Friedman(
                n,
                Arrays.stream(means).boxed().toList(),
                chiSquare,
                ChiSquaredDistribution.of(k - 1.0).survivalProbability(chiSquare),
                f,
                allAlike ? 0 : FDistribution.of(k - 1.0, (k - 1.0) * (n - 1)).survivalProbability(f),
                permutationP(ranks, squares(means)));
    }

    private static double squares(double[] means) {
        return Arrays.stream(means).map(mean -> mean * mean).sum();
    }

    /** All orders of a data set's ranks are alike probable where rivals do not differ; χ² grows with the squares. */
    private static double permutationP(double[][] ranks, double observed) {
        UniformRandomProvider generator = RandomSource.XO_SHI_RO_256_PP.create(SEED);
        double[][] shuffled = Arrays.stream(ranks).map(double[]::clone).toArray(double[][]::new);
        int k = ranks[0].length;
        int extreme = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            double[] means = new double[k];
            for (double[] row : shuffled) {
                ArraySampler.shuffle(generator, row);
                for (int j = 0; j < k; j++) {
                    means[j] += row[j] / ranks.length;
                }
            }
            extreme += squares(means) >= observed - ROUNDING ? 1 : 0;
        }
        return (extreme + 1.0) / (PERMUTATIONS + 1);
    }

    /** The ranks of some costs, 1 for the smallest, equals sharing the mean of theirs; an infinite cost is the largest. */
    public static double[] ranks(double... costs) {
        return new NaturalRanking(TiesStrategy.AVERAGE).apply(costs);
    }
}
