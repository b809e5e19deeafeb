package org.initbench.run;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What workers printed. A worker's log is kept while it lives; of one that was lost the tail stays, named by the trial that
 * it was lost with.
 *
 * @param folder that holds the logs; it is there only while there are any
 */
record RunLogs(Path folder) {

    private static final Pattern SIGNAL = Pattern.compile("(?m)^# +(SIG[A-Z]+|EXCEPTION_[A-Z_]+) ");
    private static final int TAIL = 1 << 16;
    private static final String ATTEMPT = "-attempt-";

    /** Where a worker's standard error goes. */
    Path log(int worker) {
        return folder.resolve("worker-" + worker + ".log");
    }

    /** Where the JVM of a worker describes a crash in native code. */
    Path crash(int worker) {
        return folder.resolve("worker-" + worker + "-crash.log");
    }

    /** The signal that a worker's native code crashed with; empty where it did not. */
    Optional<String> signal(int worker) throws IOException {
        if (!Files.exists(crash(worker))) {
            return Optional.empty();
        }
        Matcher signal = SIGNAL.matcher(Files.readString(crash(worker), StandardCharsets.ISO_8859_1));
        return signal.find() ? Optional.of(signal.group(1)) : Optional.empty();
    }

    /** Makes room for the log of a new worker. */
    void begin(int worker) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(crash(worker));
        Files.write(log(worker), new byte[0]);
    }

    /** Adds a line that a worker wrote where it should not have. */
    void append(int worker, String line) throws IOException {
        Files.writeString(log(worker), line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    /** Keeps the tail of a lost worker's log, and what its JVM said of a crash. */
    void keep(int worker, String task, int attempt) throws IOException {
        Path kept = folder.resolve(String.format(Locale.ROOT, "%s%s%d.log", task, ATTEMPT, attempt));
        Files.write(kept, tail(log(worker)));
        if (Files.exists(crash(worker))) {
            Files.write(kept, tail(crash(worker)), StandardOpenOption.APPEND);
        }
    }

    /** Whether this is what {@link #keep} left, and not the log of a worker that lives. */
    static boolean isKept(File log) {
        return log.getName().contains(ATTEMPT);
    }

    private static byte[] tail(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            return tail;
        }
    }

    /** Removes the folder where there is nothing in it. */
    void removeIfEmpty() {
        File[] left = folder.toFile().listFiles();
        if (left != null && left.length == 0 && !folder.toFile().delete()) {
            throw new IllegalStateException("cannot remove " + folder);
        }
    }

    /** Removes the log of a worker that is gone. */
    void end(int worker) throws IOException {
        Files.deleteIfExists(log(worker));
        Files.deleteIfExists(crash(worker));
    }
}
