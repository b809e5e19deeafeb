package org.initbench.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.initbench.config.FileTrouble;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.trial.Plan;
import org.initbench.trial.Suitability;
import org.initbench.trial.Trial;
import org.initbench.trial.TrialRunner;

/** Brings a run to its end: runs what has not ended yet, then gathers the tables. */
public final class Engine {

    private static final int THIS_JVM = 0;

    private final Plan plan;
    private final RunFolder folder;
    private final Crew crew;
    private final Progress progress;
    private final AtomicInteger kept = new AtomicInteger();
    private boolean isDescribed;

    /** Runs trials of a plan by a crew, a few or all at once. */
    public Engine(Plan plan, RunFolder folder, Crew crew, Progress progress) {
        this.plan = plan;
        this.folder = folder;
        this.crew = crew;
        this.progress = progress;
    }

    /**
     * Runs the trials that have no file yet, and writes tables and manifest. When this process is told to end in between, the
     * workers end too, and a note says how to go on.
     *
     * @throws RunStoppedException if results cannot be written, or no worker starts
     */
    public static void run(Plan plan, RunFolder folder, WorkerSettings settings, Progress progress)
            throws InterruptedException {
        train(plan, folder, settings, progress);
        gather(plan, folder, trial -> {});
    }

    /**
     * The same without the tables.
     *
     * @throws RunStoppedException if results cannot be written, or no worker starts
     */
    public static void train(Plan plan, RunFolder folder, WorkerSettings settings, Progress progress)
            throws InterruptedException {
        try (Crew crew = new Crew(folder, settings)) {
            new Engine(plan, folder, crew, progress)
                    .train(IntStream.range(0, plan.trials().size()).boxed().toList());
        } catch (IOException unwritable) {
            throw StopReason.unwritable(folder, FileTrouble.reason(unwritable));
        }
    }

    /**
     * Writes the tables of a run of which every trial has ended.
     *
     * @param reader hears of every trial, in the order of the plan
     * @throws RunStoppedException if they cannot be written
     */
    public static void gather(Plan plan, RunFolder folder, Consumer<TrialResult> reader) {
        try {
            folder.gather(plan, reader);
        } catch (IOException unwritable) {
            throw StopReason.unwritable(folder, FileTrouble.reason(unwritable));
        }
    }

    /**
     * Runs those of these trials that have no file yet. The first time, it is said what initializers can do with the networks, and
     * the manifest is written.
     *
     * @param places in the plan
     * @throws RunStoppedException if results cannot be written, or no worker starts
     */
    public void train(List<Integer> places) throws InterruptedException {
        try {
            List<Integer> pending = folder.pending(plan, places, progress::note);
            kept.set(places.size() - pending.size());
            progress.begin(kept.get(), places.size());
            boolean isUndescribed = !isDescribed && (!pending.isEmpty() || !Files.exists(Manifest.in(folder.path())));
            if (isUndescribed || !pending.isEmpty()) {
                int asked = places.size();
                ObjectNode described = crew.settings().count() == 0
                        ? runHere(pending, isUndescribed, asked)
                        : runInWorkers(pending, isUndescribed, asked);
                if (isUndescribed) {
                    Manifest.write(folder.path(), plan, described);
                    isDescribed = true;
                }
            }
        } catch (IOException unwritable) {
            throw StopReason.unwritable(folder, FileTrouble.reason(unwritable));
        }
    }

    private ObjectNode runHere(List<Integer> pending, boolean isFirst, int asked) throws IOException {
        try (Interruption interruption = new Interruption(() -> {}, () -> say(asked))) {
            if (isFirst) {
                Suitability.sentences(plan).forEach(progress::note);
            }
            TrialRunner runner = new TrialRunner(THIS_JVM);
            for (int index : pending) {
                if (interruption.happened()) {
                    break;
                }
                Trial trial = plan.trials().get(index);
                folder.fingerprint().difference(trial).ifPresent(why -> {
                    throw StopReason.refused(folder, new Task.RunTrial(index).name(), "the run was " + why);
                });
                TrialResult result = runner.run(trial);
                folder.trials().write(result);
                counting().finished(result.key(), result.outcome().status());
            }
            return isFirst ? Manifest.describe(plan) : JsonNodeFactory.instance.objectNode();
        }
    }

    private ObjectNode runInWorkers(List<Integer> pending, boolean isFirst, int asked) throws InterruptedException {
        List<Task> tasks = new ArrayList<>();
        if (isFirst) {
            tasks.add(new Task.ForeseeTrials());
        }
        pending.forEach(index -> tasks.add(new Task.RunTrial(index)));
        if (isFirst) {
            tasks.add(new Task.DescribeBackend());
        }
        Coordinator coordinator = new Coordinator(plan, folder, crew, counting());
        try (Interruption interruption = new Interruption(coordinator::stop, () -> say(asked))) {
            ObjectNode described = coordinator.run(tasks);
            if (interruption.happened()) {
                new CountDownLatch(1).await();
            }
            return described;
        }
    }

    private void say(int asked) {
        progress.note(StopReason.interrupted(folder, kept.get(), asked));
    }

    private Progress counting() {
        return new Progress() {
            @Override
            public void begin(int before, int all) {
                progress.begin(before, all);
            }

            @Override
            public void finished(TrialKey trial, String status) {
                kept.incrementAndGet();
                progress.finished(trial, status);
            }

            @Override
            public void note(String sentence) {
                progress.note(sentence);
            }

            @Override
            public void close() {
                progress.close();
            }
        };
    }
}
