package org.initbench.compare;

import org.initbench.result.Metric;
import org.initbench.stats.PairedTest;
import org.initbench.stats.PairedTrials;
import org.initbench.stats.Spread;
import org.jspecify.annotations.Nullable;

/**
 * What one changed setting does to an initializer, repetition by repetition: under one seed both begin with the same weights, as
 * far as their shapes agree, and meet the data in the same order.
 *
 * @param reference the data set that the other value stands in
 * @param setting what differs from it
 * @param difference of the metric, this − reference, where both completed
 * @param pairs repetitions that both have
 * @param test Student's t of the differences, the sign test where a trial diverged; null below three pairs
 * @param pHolm its p-value, corrected over all changes of a comparison
 */
public record Change(
        String reference,
        String setting,
        Spread difference,
        int pairs,
        @Nullable PairedTest test,
        @Nullable Double pHolm) {

    /** Of an initializer that both data sets have. */
    static Change of(Score score, Score others, String reference, String setting, Metric metric) {
        PairedTrials pairs = new PairedTrials(score.trials(), others.trials(), metric);
        return new Change(
                reference,
                setting,
                pairs.difference(),
                pairs.count(),
                pairs.test().orElse(null),
                null);
    }

    /** The p-value of the test; null where there is none. */
    @Nullable
    Double p() {
        return test == null ? null : (Double) test.p();
    }

    /** The same with the p-value as it is after the correction. */
    Change corrected(double p) {
        return new Change(reference, setting, difference, pairs, test, p);
    }

    /** Whether the setting makes a difference that the test carries. */
    public boolean isSignificant() {
        return pHolm != null && pHolm < PairedTest.SIGNIFICANT;
    }
}
