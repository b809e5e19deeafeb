package org.initbench.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.config.InvalidInputException;
import org.initbench.result.DurableFile;
import org.initbench.result.GridAxes;
import org.initbench.result.TrialFiles;
import org.initbench.result.TrialResult;

/**
 * The folder of one run: its study, a file for each finished trial, and the tables gathered from these. A lock on it keeps
 * other processes out; the operating system takes it away when this process ends, however it ends.
 */
public final class RunFolder implements AutoCloseable {

    private static final String STUDY = "study.json";
    private static final String LOCK = ".lock";
    private static final String TRIALS = "trials";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path path;
    private final FileChannel lock;

    private RunFolder(Path path, FileChannel lock) {
        this.path = path;
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
        return content(path, plan).or(() -> isLocked(path) ? Optional.of(inUse(path)) : Optional.empty());
    }

    /**
     * Takes {@code out/study/run} for this plan, new or where an earlier run of the same study left off. Of two processes
     * that try at once, one succeeds.
     *
     * @throws InvalidInputException if it holds something else, is in use, or cannot be made
     */
    public static RunFolder open(Path out, Plan plan, String run) {
        Path path = path(out, plan, run);
        try {
            Files.createDirectories(path);
            Optional<FileChannel> lock = lock(path);
            if (lock.isEmpty()) {
                throw new InvalidInputException(inUse(path));
            }
            RunFolder folder = new RunFolder(path, lock.get());
            folder.begin(plan);
            return folder;
        } catch (IOException unwritable) {
            throw new InvalidInputException("out: cannot make the folder " + path);
        }
    }

    private void begin(Plan plan) throws IOException {
        Optional<String> problem = content(path, plan);
        if (problem.isPresent()) {
            lock.close();
            throw new InvalidInputException(problem.get());
        }
        Files.createDirectories(path.resolve(TRIALS));
        DurableFile.clean(path);
        DurableFile.clean(path.resolve(TRIALS));
        DurableFile.write(path.resolve(STUDY), file -> file.write(study(plan)));
    }

    private static Path path(Path out, Plan plan, String run) {
        return out.resolve(plan.name()).resolve(run);
    }

    /** What speaks against a folder by what is in it. */
    private static Optional<String> content(Path path, Plan plan) {
        Path study = path.resolve(STUDY);
        try {
            if (Files.exists(study)) {
                return Arrays.equals(Files.readAllBytes(study), study(plan))
                        ? Optional.empty()
                        : Optional.of("run: " + path + " holds another study; give another id");
            }
            return isEmpty(path)
                    ? Optional.empty()
                    : Optional.of("run: " + path + " is there already; give another id");
        } catch (IOException unreadable) {
            return Optional.of("run: " + path + " cannot be read; give another id");
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.allMatch(file -> file.endsWith(LOCK));
        }
    }

    private static byte[] study(Plan plan) throws IOException {
        ObjectNode study = JSON.createObjectNode();
        study.put("scenario", plan.name());
        study.set("study", plan.resolved());
        return JSON.writeValueAsBytes(study);
    }

    private static boolean isLocked(Path path) {
        if (!Files.exists(path.resolve(LOCK))) {
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
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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

    /** The files of its finished trials. */
    public TrialFiles trials() {
        return new TrialFiles(path.resolve(TRIALS));
    }

    /** Places in the plan of the trials that have not ended yet. */
    public List<Integer> pending(Plan plan) throws IOException {
        List<Integer> pending = new ArrayList<>();
        for (int index = 0; index < plan.trials().size(); index++) {
            Trial trial = plan.trials().get(index);
            if (trials().read(index)
                    .filter(kept -> kept.key().equals(trial.key()))
                    .isEmpty()) {
                pending.add(index);
            }
        }
        return pending;
    }

    /**
     * Writes every table that has rows from the files of the trials.
     *
     * @throws IOException if a table cannot be written, or a trial has no file
     */
    public void gather(Plan plan) throws IOException {
        try (RunTables tables = new RunTables(path, GridAxes.of(plan.resolved()))) {
            for (int index = 0; index < plan.trials().size(); index++) {
                tables.add(read(index).keeping(plan.trials().get(index).kept()));
            }
            tables.commit();
        }
    }

    private TrialResult read(int index) throws IOException {
        return trials().read(index)
                .orElseThrow(() -> new IOException(
                        trials().file(index) + " is missing or damaged; the same command runs that trial again"));
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
