package org.initbench.probe;

import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * When layers are measured, and how.
 *
 * @param includes whether to measure during an iteration
 * @param examples how many examples of the minibatch are measured, at most
 * @param bins of each histogram; 0 for none
 * @param range of each histogram
 */
public record ProbeSettings(IntPredicate includes, int examples, int bins, Range range) {

    /** Where a histogram begins and ends. */
    public sealed interface Range {
        /** For values with these finite extremes, which may take a while to find. */
        Fixed of(Supplier<Fixed> extremes);
    }

    /** From the smallest to the largest finite value. */
    public record Extremes() implements Range {
        @Override
        public Fixed of(Supplier<Fixed> extremes) {
            return extremes.get();
        }
    }

    /** The same for all. */
    public record Fixed(double low, double high) implements Range {
        @Override
        public Fixed of(Supplier<Fixed> extremes) {
            return this;
        }
    }
}
