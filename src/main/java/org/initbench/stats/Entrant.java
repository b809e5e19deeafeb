package org.initbench.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** An initializer in a race, and what its trials came to, round by round. */
final class Entrant {

    private final String init;
    private final double rate;
    private final double[] costs;
    private int rounds;

    /**
     * One without trials.
     *
     * @param most rounds that it may run
     */
    Entrant(String init, double rate, int most) {
        this.init = init;
        this.rate = rate;
        this.costs = new double[most];
    }

    /** The one that lost fewer trials comes first, of equals the one with the better mean. */
    static Comparator<Entrant> bestFirst() {
        return Comparator.comparingInt((Entrant entrant) -> entrant.rounds - entrant.completed())
                .thenComparingDouble(Entrant::mean);
    }

    String init() {
        return init;
    }

    double rate() {
        return rate;
    }

    int rounds() {
        return rounds;
    }

    /** The cost of the next round, as {@link Costs} has it. */
    void add(double cost) {
        costs[rounds++] = cost;
    }

    double cost(int round) {
        return costs[round];
    }

    double[] costs() {
        return Arrays.copyOf(costs, rounds);
    }

    /** Rounds in which nothing was lost. */
    int completed() {
        return (int) Arrays.stream(costs, 0, rounds).filter(Double::isFinite).count();
    }

    /** The mean cost of what completed; infinite where nothing did. */
    double mean() {
        return Arrays.stream(costs, 0, rounds)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * By how much this one is better, round by round; empty where a trial was lost.
     *
     * @param counting the deviation that counting gives to a difference of accuracies; 0 for losses
     */
    Optional<Spread> lead(Entrant other, double counting) {
        double[] leads = new double[rounds];
        double largest = 0;
        for (int i = 0; i < rounds; i++) {
            leads[i] = other.costs[i] - costs[i];
            largest = Math.max(largest, Math.max(Math.abs(costs[i]), Math.abs(other.costs[i])));
        }
        return largest < Double.MAX_VALUE
                ? Optional.of(Spread.of(leads, PairedTest.leastDeviation(largest, counting)))
                : Optional.empty();
    }
}
