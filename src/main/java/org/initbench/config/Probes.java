package org.initbench.config;

import java.util.Optional;
import java.util.Set;

/**
 * When layers are measured, and how.
 *
 * @param every measure every so many iterations; 0 is off
 * @param at further iterations at which to measure
 * @param atEnd whether to measure the trained network
 * @param bins of each histogram
 * @param range of each histogram; from the smallest to the largest value when empty
 * @param examples how many examples of the minibatch are measured, at most
 * @param change whether it is also measured how far activations have moved since the start
 * @param spectrum whether singular values of weights and Jacobian are measured at iteration 0
 */
public record Probes(
        int every,
        Set<Integer> at,
        boolean atEnd,
        int bins,
        Optional<HistogramRange> range,
        int examples,
        boolean change,
        boolean spectrum) {

    /** The ends of a histogram's bins. */
    public record HistogramRange(double low, double high) {}

    /** Whether to measure during iteration {@code iteration}. */
    public boolean includes(int iteration) {
        return (every > 0 && iteration % every == 0) || at.contains(iteration);
    }
}
