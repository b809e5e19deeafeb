package org.initbench.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.initbench.theory.Quadrature;

/**
 * Which mean ranks can be told apart: those that differ by at least the critical difference q·√(k(k+1)/(6N)), where q is the
 * quantile of the studentized range of k normal variables with infinitely many degrees of freedom, divided by √2. Of all
 * k(k−1)/2 pairs together, any is told apart wrongly with a probability of at most α. Nemenyi 1963; Demšar 2006, section 3.2.2.
 */
public final class Nemenyi {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double PRECISION = 1e-9;

    private Nemenyi() {}

    /**
     * The critical difference of mean ranks.
     *
     * @param rivals k, at least 2
     * @param dataSets N
     * @param alpha between 0 and 1
     */
    public static double criticalDifference(int rivals, int dataSets, double alpha) {
        return q(rivals, alpha) * Math.sqrt(rivals * (rivals + 1.0) / (6.0 * dataSets));
    }

    /** q by halving, to nine digits: Demšar's table 5(a) ends at ten rivals, a study does not. */
    static double q(int rivals, double alpha) {
        double low = 0;
        double high = 1;
        while (range(high, rivals) < 1 - alpha) {
            low = high;
            high *= 2;
        }
        while (high - low > PRECISION) {
            double middle = (low + high) / 2;
            if (range(middle, rivals) < 1 - alpha) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2 / Math.sqrt(2);
    }

    /** P(largest − smallest ≤ q) of k normal variables: k·E[(Φ(z) − Φ(z − q))^(k−1)], z being the largest of them. */
    private static double range(double q, int k) {
        return k
                * Quadrature.expectation(points -> Arrays.stream(points)
                        .map(z -> Math.pow(NORMAL.probability(z - q, z), k - 1.0))
                        .toArray());
    }

    /**
     * Those that cannot be told apart: the largest sets of neighbours whose mean ranks all differ by less than the critical
     * difference, the best set first; places in {@code meanRanks}, best first. Whoever differs from both neighbours stands in none.
     */
    public static List<List<Integer>> groups(List<Double> meanRanks, double criticalDifference) {
        List<Integer> order = IntStream.range(0, meanRanks.size())
                .boxed()
                .sorted(Comparator.comparing(meanRanks::get))
                .toList();
        List<List<Integer>> groups = new ArrayList<>();
        int covered = 0;
        for (int first = 0; first < order.size(); first++) {
            int end = first + 1;
            while (end < order.size()
                    && meanRanks.get(order.get(end)) - meanRanks.get(order.get(first)) < criticalDifference) {
                end++;
            }
            if (end > covered && end - first > 1) {
                groups.add(order.subList(first, end));
            }
            covered = Math.max(covered, end);
        }
        return groups;
    }
}
