package org.initbench.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.initbench.result.RunFileNames;

/**
 * Worker processes that stay from one plan to the next, so that each is started once. What they print goes to the folder of the run
 * that the crew was called together for.
 */
public final class Crew implements AutoCloseable {

    private final WorkerSettings settings;
    private final RunLogs logs;
    private final Set<Worker> alive = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Waiting> waiting = new HashMap<>();

    /** A worker without a task, and the folder whose trials it was begun with. */
    record Waiting(Worker worker, RunFolder folder) {}

    /** Nobody yet; workers are started when there is something to do. */
    public Crew(RunFolder folder, WorkerSettings settings) {
        this.settings = settings;
        this.logs = new RunLogs(folder.path().resolve(RunFileNames.LOGS));
    }

    WorkerSettings settings() {
        return settings;
    }

    RunLogs logs() {
        return logs;
    }

    void started(Worker worker) {
        alive.add(worker);
    }

    /** The worker of a number, where it waits. */
    synchronized Optional<Waiting> take(int number) {
        return Optional.ofNullable(waiting.remove(number));
    }

    /** Has a worker wait for what comes next. */
    synchronized void keep(int number, Worker worker, RunFolder folder) {
        waiting.put(number, new Waiting(worker, folder));
    }

    /** Ends a worker. */
    void end(int number, Worker worker) throws IOException, InterruptedException {
        worker.end();
        alive.remove(worker);
        logs.end(number);
    }

    /** Ends all workers, whatever they are doing. */
    void stop() {
        for (Worker worker : alive) {
            try {
                worker.end();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends everybody. */
    @Override
    public synchronized void close() throws IOException {
        stop();
        for (int number : waiting.keySet()) {
            logs.end(number);
        }
        waiting.clear();
        logs.removeIfEmpty();
    }
}
