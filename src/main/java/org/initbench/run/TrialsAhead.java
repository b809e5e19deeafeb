package org.initbench.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.initbench.result.TrialResult;
import org.initbench.trial.Trial;

/** Reads the files of trials, and makes their rows, some ahead of who writes these in the order of the plan. */
final class TrialsAhead {

    /** Trials in memory. */
    private static final int MOST = 64;

    private final RunFolder folder;
    private final RunTables tables;

    /** Of a folder, for its tables. */
    TrialsAhead(RunFolder folder, RunTables tables) {
        this.folder = folder;
        this.tables = tables;
    }

    /** A trial and its rows in each table. */
    private record Gathered(TrialResult result, List<String> lines) {}

    /**
     * Adds the rows of these trials.
     *
     * @param reader hears of every trial, in this order
     * @throws IOException if a trial has no file, or rows cannot be written
     */
    void forEach(List<Trial> trials, Consumer<TrialResult> reader) throws IOException {
        ExecutorService readers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Queue<Future<Gathered>> ahead = new ArrayDeque<>();
            for (Trial trial : trials) {
                ahead.add(readers.submit(() -> gathered(trial)));
                if (ahead.size() > MOST) {
                    add(ahead.remove(), reader);
                }
            }
            for (Future<Gathered> last : ahead) {
                add(last, reader);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private Gathered gathered(Trial trial) throws IOException {
        TrialResult result = folder.read(trial.key());
        return new Gathered(result, tables.lines(result.keeping(trial.kept())));
    }

    private void add(Future<Gathered> next, Consumer<TrialResult> reader) throws IOException {
        try {
            Gathered gathered = next.get();
            tables.add(gathered.lines());
            reader.accept(gathered.result());
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while tables were written");
        }
    }
}
