package org.initbench.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * Whether the first of two paired samples is better than the second.
 *
 * @param p two-sided: with which probability two equals differ as much
 * @param lead 1 where the first is better, −1 where the second is, 0 where neither is
 */
public record PairedTest(double p, int lead) {

    /** Below this, corrected for the number of tests, one is said to be ahead. */
    public static final double SIGNIFICANT = 0.05;

    private static final double EVEN = 0.5;

    /** A float is rounded by at most this part of itself. */
    private static final double FLOAT_ROUNDING = 0x1p-24;

    /**
     * Student's t where all pairs have finite costs; where a trial was lost, the exact sign test over all pairs.
     *
     * @param costs as {@link Costs} has them, one a pair
     * @param others of the second of each pair
     * @param counting the deviation that counting gives to a difference of accuracies; 0 for losses
     * @return nothing below three pairs
     */
    public static Optional<PairedTest> of(double[] costs, double[] others, double counting) {
        double[] advantages = new double[costs.length];
        double largest = 0;
        boolean isWhole = true;
        int wins = 0;
        int losses = 0;
        for (int i = 0; i < costs.length; i++) {
            advantages[i] = others[i] - costs[i];
            double larger = Math.max(Math.abs(costs[i]), Math.abs(others[i]));
            largest = Math.max(largest, larger);
            isWhole &= larger < Double.MAX_VALUE;
            wins += costs[i] < others[i] ? 1 : 0;
            losses += others[i] < costs[i] ? 1 : 0;
        }
        return isWhole
                ? student(advantages, leastDeviation(largest, counting))
                : sign(wins, costs.length - wins - losses, losses);
    }

    /**
     * Below which the deviation of differences is not believed: numbers are rounded, and counts of examples too.
     *
     * @param largest of the values, in size
     */
    public static double leastDeviation(double largest, double counting) {
        return counting > 0 ? counting : FLOAT_ROUNDING * largest;
    }

    /**
     * Student's t of the advantages of the first, in units of the metric; 1 where all are 0.
     *
     * @param advantages positive where the first was better; finite
     * @param leastDeviation below which their deviation is not believed
     * @return nothing below three pairs
     */
    static Optional<PairedTest> student(double[] advantages, double leastDeviation) {
        if (advantages.length < Student.FEWEST) {
            return Optional.empty();
        }
        double mean = Mean.of(advantages).getAsDouble();
        double deviation =
                Math.max(leastDeviation, StandardDeviation.of(advantages).getAsDouble());
        boolean isEqual = Arrays.stream(advantages).allMatch(advantage -> advantage == 0);
        double p = isEqual ? 1 : Student.p(mean, deviation, advantages.length);
        return Optional.of(new PairedTest(p, (int) Math.signum(mean)));
    }

    /**
     * The exact sign test, ties left out; 1 where nothing was won or lost.
     *
     * @return nothing below three pairs
     */
    static Optional<PairedTest> sign(int wins, int ties, int losses) {
        return wins + ties + losses < Student.FEWEST
                ? Optional.empty()
                : Optional.of(new PairedTest(signP(wins, losses), Integer.signum(wins - losses)));
    }

    /** Its two-sided p-value. */
    static double signP(int wins, int losses) {
        return wins + losses == 0
                ? 1
                : BinomialTest.withDefaults()
                        .with(AlternativeHypothesis.TWO_SIDED)
                        .test(wins + losses, wins, EVEN)
                        .getPValue();
    }
}
