package org.initbench.stats;

import java.util.Arrays;
import java.util.List;
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
 * @param p its p-value, which is the one to go by: χ² is too careful
 */
public record Friedman(int dataSets, List<Double> meanRanks, double chiSquare, double chiSquareP, double f, double p) {

    /** Below this p-value rivals are said to differ, and at this level mean ranks are told apart. */
    public static final double ALPHA = PairedTest.SIGNIFICANT;

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
        double squares = Arrays.stream(means).map(mean -> mean * mean).sum();
        double most = n * (k - 1.0);
        double chiSquare =
                Math.min(most, Math.max(0, 12.0 * n / (k * (k + 1.0)) * (squares - k * (k + 1.0) * (k + 1.0) / 4)));
        boolean allAlike = most - chiSquare <= 1e-9 * most;
        double f = allAlike ? Double.POSITIVE_INFINITY : (n - 1) * chiSquare / (most - chiSquare);
        return new Friedman(
                n,
                Arrays.stream(means).boxed().toList(),
                chiSquare,
                ChiSquaredDistribution.of(k - 1.0).survivalProbability(chiSquare),
                f,
                allAlike ? 0 : FDistribution.of(k - 1.0, (k - 1.0) * (n - 1)).survivalProbability(f));
    }

    /** The ranks of some costs, 1 for the smallest, equals sharing the mean of theirs; an infinite cost is the largest. */
    public static double[] ranks(double... costs) {
        return new NaturalRanking(TiesStrategy.AVERAGE).apply(costs);
    }
}
