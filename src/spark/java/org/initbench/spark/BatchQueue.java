package org.initbench.spark;

import java.util.ArrayList;
import java.util.List;
import org.initbench.run.PendingTrials;
import org.initbench.run.RemoteBatch;

/**
 * Cuts pending trials into tasks: one trial each until it is known how long trials take, then as many as take about two seconds, so
 * that the cost of a task, some milliseconds, does not count, and a lost one costs little. Towards the end tasks are smaller, so that
 * the cores finish together. Results do not depend on it.
 */
final class BatchQueue {

    private static final double SECONDS_A_TASK = 2;

    private final PendingTrials pending;
    private int next;
    private boolean isForeseen;
    private boolean isDescribed;
    private double secondsATrial;

    BatchQueue(PendingTrials pending) {
        this.pending = pending;
        this.isForeseen = !pending.isFirst();
        this.isDescribed = !pending.isFirst();
    }

    boolean isEmpty() {
        return next == pending.places().size() && isForeseen && isDescribed;
    }

    /** At most so many tasks. */
    List<RemoteBatch> next(int tasks) {
        List<RemoteBatch> batches = new ArrayList<>();
        if (!isForeseen) {
            isForeseen = true;
            batches.add(new RemoteBatch(true, List.of(), List.of(), false));
        }
        List<Integer> places = pending.places();
        int size = size(tasks);
        while (batches.size() < tasks && next < places.size()) {
            int end = Math.min(next + size, places.size());
            batches.add(RemoteBatch.of(pending.plan(), places.subList(next, end)));
            next = end;
        }
        if (batches.size() < tasks && !isDescribed) {
            isDescribed = true;
            batches.add(new RemoteBatch(false, List.of(), List.of(), true));
        }
        return batches;
    }

    private int size(int tasks) {
        if (secondsATrial == 0) {
            return 1;
        }
        int left = pending.places().size() - next;
        double fitting = Math.min(SECONDS_A_TASK / secondsATrial, (double) left / tasks);
        return Math.max((int) fitting, 1);
    }

    /** How long a task took; the first of an executor starts a process, which is soon forgotten. */
    void took(int trials, double seconds) {
        if (trials > 0) {
            secondsATrial = secondsATrial == 0 ? seconds / trials : (secondsATrial + seconds / trials) / 2;
        }
    }
}
