package org.initbench.run;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends a worker in the middle of a trial that takes far too much memory, before it takes the machine along. The limit
 * itself is looked at between trials.
 */
final class MemoryLimit {

    /** Exit code of a worker that ended itself. */
    static final int PASSED = 77;

    private static final int FAR_TOO_MUCH = 2;
    private static final long NEVER_TOO_MUCH = 1L << 30;
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private static final AtomicBoolean WATCHED = new AtomicBoolean();

    private MemoryLimit() {}

    /** Watches this process from a thread of its own, by the first limit that is given. */
    static void watch(long limit) {
        if (WATCHED.getAndSet(true)) {
            return;
        }
        Thread watching = new Thread(() -> haltAbove(Math.max(FAR_TOO_MUCH * limit, NEVER_TOO_MUCH)), "memory-watch");
        watching.setDaemon(true);
        watching.start();
    }

    private static void haltAbove(long most) {
        try {
            while (Pointer.physicalBytes() <= most) {
                Thread.sleep(INTERVAL.toMillis());
            }
            System.err.println("memory passed " + most + " bytes");
            Runtime.getRuntime().halt(PASSED);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
