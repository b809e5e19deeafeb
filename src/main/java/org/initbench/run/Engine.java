package org.initbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.initbench.config.FileTrouble;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.trial.Plan;

/** Brings a run to its end: has an executor run what has not ended yet, writes what it hands back, then gathers the tables. */
public final class Engine {

    private final Plan plan;
    private final RunFolder folder;
    private final TrialExecutor executor;
    private final Progress progress;
    private boolean isDescribed;

    /** Has trials of a plan run, a few or all at once. */
    public Engine(Plan plan, RunFolder folder, TrialExecutor executor, Progress progress) {
        this.plan = plan;
        this.folder = folder;
        this.executor = executor;
        this.progress = progress;
    }

    /**
     * Has all trials run that have no file yet. When this process is told to end in between, the executor ends what it does, and
     * a note says how to go on.
     *
     * @throws RunStoppedException if results cannot be written, or trials cannot be run
     */
    public void train() throws InterruptedException {
        train(IntStream.range(0, plan.trials().size()).boxed().toList());
    }

    /**
     * Writes the tables of a run of which every trial has ended.
     *
     * @param reader hears of every trial, in the order of the plan
     * @throws RunStoppedException if they cannot be written
     */
    public void gather(Consumer<TrialResult> reader) {
        try {
            folder.gather(plan, reader);
        } catch (IOException unwritable) {
            throw resumable(unwritable);
        }
    }

    /**
     * Has those of these trials run that have no file yet. The first time, it is said what initializers can do with the networks,
     * and the manifest is written.
     *
     * @param places in the plan
     * @throws RunStoppedException if results cannot be written, or trials cannot be run
     */
    public void train(List<Integer> places) throws InterruptedException {
        try {
            List<Integer> missing = folder.pending(plan, places, progress::note);
            Writer writer = new Writer(places.size(), missing.size());
            progress.begin(places.size() - missing.size(), places.size());
            boolean isUndescribed = !isDescribed && (!missing.isEmpty() || !Files.exists(Manifest.in(folder.path())));
            if (isUndescribed || !missing.isEmpty()) {
                ObjectNode described =
                        run(new PendingTrials(plan, folder.fingerprint(), missing, isUndescribed), writer);
                if (isUndescribed) {
                    Manifest.write(folder.path(), plan, described);
                    isDescribed = true;
                }
                if (!writer.kinds.isEmpty()) {
                    Manifest.addMachines(folder.path(), writer.kinds);
                }
            }
        } catch (IOException unwritable) {
            throw resumable(unwritable);
        } catch (RunStoppedException stopped) {
            throw StopReason.with(stopped, folder);
        }
    }

    private RunStoppedException resumable(IOException unwritable) {
        return StopReason.with(StopReason.unwritable(folder, FileTrouble.reason(unwritable)), folder);
    }

    private ObjectNode run(PendingTrials pending, Writer writer) throws IOException, InterruptedException {
        try (Interruption interruption = new Interruption(executor::stop, writer::sayInterrupted)) {
            try {
                return executor.run(pending, writer);
            } finally {
                if (interruption.happened()) {
                    new CountDownLatch(1).await();
                }
            }
        }
    }

    /** The one who writes trials, whoever ran them. */
    private final class Writer implements TrialReceiver {

        private final int asked;
        private final Set<JsonNode> kinds = new LinkedHashSet<>();
        private int kept;

        Writer(int asked, int missing) {
            this.asked = asked;
            this.kept = asked - missing;
        }

        /** Files of several trials may be on their way to the disk at once. */
        @Override
        public void finished(FinishedTrial trial) {
            TrialKey key = plan.trials().get(trial.place()).key();
            try {
                folder.trials().write(key, trial.file());
            } catch (IOException unwritable) {
                throw StopReason.unwritable(folder, FileTrouble.reason(unwritable));
            }
            synchronized (this) {
                kept++;
                progress.finished(key, trial.status());
            }
        }

        @Override
        public synchronized void ranOn(JsonNode kind) {
            kinds.add(kind);
        }

        @Override
        public synchronized void note(String sentence) {
            progress.note(sentence);
        }

        synchronized void sayInterrupted() {
            progress.note(StopReason.interrupted(folder, kept, asked));
        }
    }
}
