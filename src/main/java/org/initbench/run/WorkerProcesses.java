package org.initbench.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs trials in worker processes, which stay from one plan to the next, so that each is started once. */
final class WorkerProcesses implements TrialExecutor {

    private final WorkerSettings settings;
    private final RunLogs logs;
    private final int firstNumber;
    private final Set<Worker> alive = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Waiting> waiting = new HashMap<>();
    private volatile boolean isStopped;

    /** A worker without a task, and what it was begun with. */
    record Waiting(Worker worker, Assignment assignment) {}

    /**
     * Nobody yet; workers are started when there is something to do.
     *
     * @param logs folder for what they print
     */
    WorkerProcesses(WorkerSettings settings, Path logs) {
        this(settings, logs, 1);
    }

    /**
     * The same, with numbers for workers that begin elsewhere than at 1.
     *
     * @param firstNumber of the first worker
     */
    WorkerProcesses(WorkerSettings settings, Path logs, int firstNumber) {
        this.settings = settings;
        this.logs = new RunLogs(logs);
        this.firstNumber = firstNumber;
    }

    @Override
    public ObjectNode run(PendingTrials pending, TrialReceiver receiver) throws IOException, InterruptedException {
        return new Coordinator(Assignment.of(pending), this, receiver)
                .run(RemoteBatch.of(pending).tasks());
    }

    WorkerSettings settings() {
        return settings;
    }

    RunLogs logs() {
        return logs;
    }

    int firstNumber() {
        return firstNumber;
    }

    boolean isStopped() {
        return isStopped;
    }

    void started(Worker worker) {
        alive.add(worker);
    }

    /** The worker of a number, where it waits. */
    synchronized Optional<Waiting> take(int number) {
        return Optional.ofNullable(waiting.remove(number));
    }

    /** Has a worker wait for what comes next. */
    synchronized void keep(int number, Waiting worker) {
        waiting.put(number, worker);
    }

    /** Ends a worker. */
    void end(int number, Worker worker) throws IOException, InterruptedException {
        worker.end();
        alive.remove(worker);
        logs.end(number);
    }

    @Override
    public void stop() {
        isStopped = true;
        endAll();
    }

    private void endAll() {
        for (Worker worker : alive) {
            try {
                worker.end();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        endAll();
        for (int number : waiting.keySet()) {
            logs.end(number);
        }
        waiting.clear();
        logs.removeIfEmpty();
    }
}
