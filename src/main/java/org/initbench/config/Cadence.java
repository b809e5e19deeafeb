package org.initbench.config;

/** How often something is recorded during training. */
public sealed interface Cadence {

    /** Whether it is recorded before update {@code iteration}. */
    boolean includes(int iteration, int iterationsPerEpoch);

    /** At the start of each epoch. */
    record EachEpoch() implements Cadence {
        @Override
        public boolean includes(int iteration, int iterationsPerEpoch) {
            return iteration % iterationsPerEpoch == 0;
        }
    }

    /** Every so many iterations, from iteration 0 on. */
    record EveryIterations(int count) implements Cadence {
        @Override
        public boolean includes(int iteration, int iterationsPerEpoch) {
            return iteration % count == 0;
        }
    }
}
