package org.initbench.probe;

import java.util.function.LongSupplier;

/** Adds up the time that measuring takes, wherever in a pass it happens; what is measured inside of a part counts once. */
final class Stopwatch {

    private final LongSupplier clock;
    private long nanos;
    private boolean isRunning;

    Stopwatch() {
        this(System::nanoTime);
    }

    /** A stopwatch by another clock, in nanoseconds. */
    Stopwatch(LongSupplier clock) {
        this.clock = clock;
    }

    /** Takes the time of this. */
    void time(Runnable part) {
        if (isRunning) {
            part.run();
            return;
        }
        isRunning = true;
        long start = clock.getAsLong();
        try {
            part.run();
        } finally {
            nanos += clock.getAsLong() - start;
            isRunning = false;
        }
    }

    /** The time so far. */
    long nanos() {
        return nanos;
    }
}
