package org.initbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Hands over trials that arrive many at once. Each waits for the disk, and a disk takes several at a time in about the time of one,
 * so some are on their way together.
 */
public final class HandOver implements AutoCloseable {

    private static final int AT_ONCE = 16;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    /**
     * Returns when the receiver has taken all of them.
     *
     * @throws RunStoppedException if one cannot be kept
     */
    public void all(List<FinishedTrial> trials, TrialReceiver receiver) throws InterruptedException {
        List<Callable<Void>> each = new ArrayList<>();
        for (FinishedTrial trial : trials) {
            each.add(() -> {
                receiver.finished(trial);
                return null;
            });
        }
        for (Future<Void> taken : threads.invokeAll(each)) {
            try {
                taken.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RunStoppedException stopped
                        ? stopped
                        : new IllegalStateException(failed.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
