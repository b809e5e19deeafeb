package org.initbench.report;

import org.initbench.stats.Bootstrap.Interval;
import org.initbench.stats.ComparisonRow;
import org.jspecify.annotations.Nullable;

/**
 * How one initializer fared against another, repetition by repetition.
 *
 * @param wins repetitions in which it was better
 * @param ties in which both were equal, or both diverged
 * @param pairs in which both could be ranked
 * @param probability of improvement; null without pairs
 * @param interval of the probability
 * @param signTestP two-sided; null where nothing was won or lost
 */
record Duel(
        int wins,
        int ties,
        int pairs,
        @Nullable Double probability,
        @Nullable Interval interval,
        @Nullable Double signTestP) {

    private static final double EVEN = 0.5;
    private static final double SIGNIFICANT = 0.05;

    static Duel of(ComparisonRow row, String init) {
        boolean mirrored = !row.init().equals(init);
        Double probability = row.probabilityOfImprovement();
        Interval interval = row.probabilityInterval();
        return new Duel(
                mirrored ? row.duels().losses() : row.duels().wins(),
                row.duels().ties(),
                row.duels().pairs(),
                probability == null || !mirrored ? probability : (Double) (1 - probability),
                interval == null || !mirrored ? interval : new Interval(1 - interval.high(), 1 - interval.low()),
                row.signTestP());
    }

    /** Whether the interval leaves no room for the other one being as good. */
    boolean isAhead() {
        return interval != null && interval.low() > EVEN;
    }

    /** Whether every repetition gave both the same. */
    boolean isEqual() {
        return pairs > 0 && ties == pairs;
    }

    /** Whether the exact test agrees, which it cannot with few repetitions. */
    boolean isSignificant() {
        return signTestP != null && signTestP <= SIGNIFICANT;
    }
}
