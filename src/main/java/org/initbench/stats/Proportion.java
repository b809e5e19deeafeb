package org.initbench.stats;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** The exact 95 % interval of a share, from the quantiles of two beta distributions. Clopper and Pearson 1934. */
public final class Proportion {

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private Proportion() {}

    /**
     * The interval of {@code successes / trials}; nothing below three trials.
     *
     * @param successes from 0 to {@code trials}; ties count half, which makes the interval wider than it need be
     */
    public static Optional<Interval> interval(double successes, int trials) {
        if (trials < Student.FEWEST) {
            return Optional.empty();
        }
        double failures = trials - successes;
        double low = successes == 0
                ? 0
                : BetaDistribution.of(successes, failures + 1).inverseCumulativeProbability(LOW);
        double high =
                failures == 0 ? 1 : BetaDistribution.of(successes + 1, failures).inverseCumulativeProbability(HIGH);
        return Optional.of(new Interval(low, high));
    }
}
