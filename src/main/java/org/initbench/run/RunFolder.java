package org.initbench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.initbench.config.InvalidInputException;
import org.initbench.result.DurableFile;
import org.initbench.result.GridAxes;
import org.initbench.result.Outcome;
import org.initbench.result.RunFileNames;
import org.initbench.result.StudyFile;
import org.initbench.result.TrialFiles;
import org.initbench.result.TrialFiles.Head;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.trial.Plan;
import org.initbench.trial.Trial;

/**
 * The folder of one run: its study, a file for each finished trial, and the tables gathered from these. A lock on it keeps
 * other processes out; the operating system takes it away when this process ends, however it ends.
 */
public final class RunFolder implements AutoCloseable {

    private final Path path;
    private final String run;
    private final Fingerprint fingerprint;
    private final FileChannel lock;

    private RunFolder(Path path, String run, Fingerprint fingerprint, FileChannel lock) {
        this.path = path;
        this.run = run;
        this.fingerprint = fingerprint;
        this.lock = lock;
    }

    /** Why nothing can be written to {@code out/study/run}, in one sentence; nothing where it can. */
    public static Optional<String> problem(Path out, String study, String run) {
        Path existing = out.resolve(study).resolve(run).toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return Files.isDirectory(existing) && Files.isWritable(existing)
                ? Optional.empty()
                : Optional.of("out: cannot write to " + existing);
    }

    /** Why what is in {@code out/study/run} keeps a run of this plan out, in one sentence; nothing where it does not. */
    public static Optional<String> problem(Path out, Plan plan, String run) {
        Path path = path(out, plan, run);
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        return RunContent.problem(path, plan, Fingerprint.of(plan))
                .or(() -> isLocked(path) ? Optional.of(inUse(path)) : Optional.empty());
    }

    /**
     * Takes {@code out/study/run} for this plan, new or where an earlier run of the same study, perhaps with fewer trials, left
     * off. Of two processes that try at once, one succeeds.
     *
     * @throws InvalidInputException if it holds something else, is in use, or cannot be made
     */
    public static RunFolder open(Path out, Plan plan, String run) {
        return open(path(out, plan, run), run, plan);
    }

    /**
     * Takes a folder within this one for another plan, which belongs to the same run.
     *
     * @throws InvalidInputException if it holds something else, is in use, or cannot be made
     */
    public RunFolder within(String name, Plan other) {
        return open(path.resolve(name), run, other);
    }

    private static RunFolder open(Path path, String run, Plan plan) {
        Fingerprint fingerprint = Fingerprint.of(plan);
        try {
            Files.createDirectories(path);
            Optional<FileChannel> lock = lock(path);
            if (lock.isEmpty()) {
                throw new InvalidInputException(inUse(path));
            }
            RunFolder folder = new RunFolder(path, run, fingerprint, lock.get());
            try {
                folder.begin(plan);
            } catch (IOException | InvalidInputException refused) {
                folder.close();
                throw refused;
            }
            return folder;
        } catch (IOException unwritable) {
            throw new InvalidInputException("out: cannot make the folder " + path);
        }
    }

    private void begin(Plan plan) throws IOException {
        Optional<String> problem = RunContent.problem(path, plan, fingerprint);
        if (problem.isPresent()) {
            throw new InvalidInputException(problem.get());
        }
        DurableFile.clean(path);
        new StudyFile(plan.name(), plan.resolved(), fingerprint.fields(), plan.order()).write(path);
        Files.createDirectories(path.resolve(RunFileNames.TRIALS));
        DurableFile.clean(path.resolve(RunFileNames.TRIALS));
    }

    private static Path path(Path out, Plan plan, String run) {
        return out.resolve(plan.name()).resolve(run);
    }

    private static boolean isLocked(Path path) {
        if (!Files.exists(path.resolve(RunFileNames.LOCK))) {
            return false;
        }
        try {
            Optional<FileChannel> lock = lock(path);
            if (lock.isPresent()) {
                lock.get().close();
            }
            return lock.isEmpty();
        } catch (IOException unwritable) {
            return false;
        }
    }

    /** The open lock; closing it gives it up. */
    private static Optional<FileChannel> lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve(RunFileNames.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException here) {
            // Another run of this very process has it.
        }
        channel.close();
        return Optional.empty();
    }

    private static String inUse(Path path) {
        return "run: " + path + " is in use by another process; wait for it or give another id";
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The id of the run that it belongs to. */
    String run() {
        return run;
    }

    /** Where it is kept what workers printed that were lost. */
    public Path logs() {
        return path.resolve(RunFileNames.LOGS);
    }

    /** The files of its finished trials. */
    public TrialFiles trials() {
        return new TrialFiles(path.resolve(RunFileNames.TRIALS));
    }

    /** What its trials are of beyond the study. */
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /**
     * Those of some places in the plan of which the trials are still to be run: without a file, or more is to be kept of them now.
     *
     * @param notes hears of files that cannot be used
     */
    public List<Integer> pending(Plan plan, List<Integer> places, Consumer<String> notes) throws IOException {
        List<Trial> trials = places.stream().map(plan.trials()::get).toList();
        List<Optional<Head>> heads = inParallel(trials, trial -> trials().head(trial.key()));
        List<Integer> pending = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int index = places.get(i);
            Trial trial = trials.get(i);
            TrialKey key = trial.key();
            Optional<Head> there = heads.get(i);
            if (there.filter(head -> head.kept().covers(trial.kept())).isEmpty()) {
                pending.add(index);
                if (there.isEmpty() && trials().exists(key)) {
                    notes.accept("trial " + index + " (" + name(key)
                            + "): its file was damaged or changed; it is run again");
                }
            }
        }
        return pending;
    }

    private static String name(TrialKey key) {
        String variant = key.variant().equals(TrialKey.BASE) ? "" : key.variant() + ", ";
        return variant + key.init() + ", repetition " + key.repetition();
    }

    /** Removes the files of failed trials, so that these are run again. */
    public void forgetFailed(Plan plan) throws IOException {
        for (Trial trial : plan.trials()) {
            if (trials().head(trial.key())
                    .filter(kept -> kept.outcome() instanceof Outcome.Failed)
                    .isPresent()) {
                trials().delete(trial.key());
            }
        }
    }

    /**
     * Writes every table that has rows from the files of the trials, each of which is read once.
     *
     * @param reader hears of every trial, in the order of the plan
     * @throws IOException if a table cannot be written, or a trial has no file
     */
    public void gather(Plan plan, Consumer<TrialResult> reader) throws IOException {
        gather(plan, plan.trials(), reader);
    }

    /** The same of some of the plan's trials, in this order. */
    public void gather(Plan plan, List<Trial> trials, Consumer<TrialResult> reader) throws IOException {
        try (RunTables tables = new RunTables(path, GridAxes.of(plan.resolved()))) {
            new TrialsAhead(this, tables).forEach(trials, reader);
            tables.commit();
        }
    }

    /** What a file is read for. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(Trial trial) throws IOException;
    }

    private static <T> List<T> inParallel(List<Trial> trials, Reading<T> reading) throws IOException {
        try {
            return trials.parallelStream()
                    .map(trial -> {
                        try {
                            return reading.of(trial);
                        } catch (IOException unreadable) {
                            throw new UncheckedIOException(unreadable);
                        }
                    })
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /**
     * A trial that has ended.
     *
     * @throws IOException if its file is not there, or cannot be read
     */
    TrialResult read(TrialKey key) throws IOException {
        return trials().read(key)
                .orElseThrow(() -> new IOException(
                        trials().file(key) + " is missing or damaged; the same command runs that trial again"));
    }

    /** Gives the lock up. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}
