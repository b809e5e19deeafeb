package org.initbench.run;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;

/** Tasks in order; one that cost a worker is tried once more. For several threads. */
final class TaskQueue {

    private static final int MOST_ATTEMPTS = 2;

    private final Deque<Attempt> waiting = new ArrayDeque<>();

    TaskQueue(Collection<Task> tasks) {
        tasks.forEach(task -> waiting.add(new Attempt(task, 1, false)));
    }

    /**
     * The first or second time that a task is tried.
     *
     * @param wasInterrupted whether a worker seemed to be interrupted from the keyboard over it before
     */
    record Attempt(Task task, int number, boolean wasInterrupted) {

        boolean isLast() {
            return number == MOST_ATTEMPTS;
        }
    }

    synchronized Optional<Attempt> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Puts a task in front once more, after an attempt that was lost. */
    synchronized void retry(Attempt lost) {
        waiting.addFirst(new Attempt(lost.task(), lost.number() + 1, lost.wasInterrupted()));
    }

    /** Puts a task in front as if nothing had been tried, which happens once: a task may end its worker as a key does. */
    synchronized void giveBack(Attempt undone) {
        waiting.addFirst(new Attempt(undone.task(), undone.number(), true));
    }

    /** Leaves nothing to do. */
    synchronized void clear() {
        waiting.clear();
    }
}
