package org.initbench.stats;

/**
 * How the 5 % that a race may be wrong with are spent on its looks: the levels of all looks add up to them, so that looking again
 * and again stays within them, whatever the results of one look have to do with those of the next (Bonferroni's inequality; the
 * idea of spending is that of Lan and DeMets 1983).
 */
@FunctionalInterface
public interface Spending {

    /** The same for each look; early looks save the most trials, and late ones are sure enough ({@code docs/statistics.md}). */
    Spending EVEN = (look, looks) -> PairedTest.SIGNIFICANT / looks;

    /**
     * The level of the tests of one look.
     *
     * @param look from 1 to {@code looks}
     */
    double level(int look, int looks);
}
