package org.initbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Runs batches of trials for someone on another machine, who writes them. They run in a worker process, just as they would there:
 * one that crashes in native code has failed, and takes nothing along but that process, which stays from one batch to the next.
 */
public final class RemoteWorker implements AutoCloseable {

    private final Path logs;
    private final WorkerProcesses worker;

    /**
     * No process yet; it is started with the first batch.
     *
     * @param number that signs timings
     * @param folder in which the worker has its logs
     */
    public RemoteWorker(int number, RemoteRun run, Path folder) {
        this.logs = folder.resolve("worker-" + number);
        this.worker = new WorkerProcesses(run.limits(), logs, number);
    }

    /**
     * Runs a batch. Whatever is thrown, this worker is of no more use.
     *
     * @throws org.initbench.config.InvalidInputException if this machine has something else than the run was begun with, or lacks it
     * @throws RunStoppedException if no process starts here
     */
    public RemoteResults run(RemoteRun run, RemoteBatch batch) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Received received = new Received();
        ObjectNode described = new Coordinator(run.assignment(), worker, received).run(batch.tasks());
        return new RemoteResults(
                received.trials,
                received.notes,
                keptLogs(),
                described.toString(),
                Manifest.kind().toString(),
                (System.nanoTime() - start) / 1e9);
    }

    private Map<String, byte[]> keptLogs() throws IOException {
        Map<String, byte[]> kept = new TreeMap<>();
        for (File log : Objects.requireNonNullElse(logs.toFile().listFiles(RunLogs::isKept), new File[0])) {
            kept.put(log.getName(), Files.readAllBytes(log.toPath()));
            Files.delete(log.toPath());
        }
        return kept;
    }

    @Override
    public void close() throws IOException {
        worker.close();
    }

    /** By one thread, that of the only worker. */
    private static final class Received implements TrialReceiver {

        private final List<FinishedTrial> trials = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        @Override
        public void finished(FinishedTrial trial) {
            trials.add(trial);
        }

        @Override
        public void ranOn(JsonNode kind) {
            throw new IllegalStateException("this machine's own process runs on no other");
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }
}
