package org.initbench.stats;

/**
 * How long a race goes on, and by what somebody leaves it.
 *
 * @param rounds at most
 * @param indifference what does not matter, as a part of the leader's mean
 * @param spending of the 5 %
 * @param benefitOfDoubt by how many standard errors differences may be larger than they look before a race is given up for lost
 */
public record RaceRules(int rounds, double indifference, Spending spending, double benefitOfDoubt) {

    /** After this round differences are tested for the first time; a deviation of fewer says too little. */
    public static final int FIRST_LOOK = 5;

    /** With more, races of equals take longer, with less, differences of a deviation are missed: docs/statistics.md. */
    static final double USUAL_DOUBT = 1.5;

    /** A race by the usual spending and doubt. */
    public RaceRules(int rounds, double indifference) {
        this(rounds, indifference, Spending.EVEN, USUAL_DOUBT);
    }

    /** Whether differences are tested after a round. */
    boolean isLook(int round) {
        return round >= FIRST_LOOK;
    }

    /** Below which a p-value that is corrected for the other pairs makes somebody leave after a round. */
    double level(int round) {
        return spending.level(round - FIRST_LOOK + 1, rounds - FIRST_LOOK + 1);
    }
}
