package org.initbench.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.initbench.process.ChildJvm;

/** An initbench command in a process of its own, which tests may kill. */
final class CommandProcess {

    private static final long MINUTES = 10;

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private CommandProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it; standard output and standard error come together. */
    static CommandProcess start(Path folder, String... arguments) throws IOException {
        return new CommandProcess(new ChildJvm(Main.class, List.of(arguments))
                .builder(folder.resolve("crash.log"))
                .redirectErrorStream(true)
                .start());
    }

    /** Starts it with a terminal of its own, made by {@code script}. */
    static CommandProcess startOnTerminal(Path folder, String... arguments) throws IOException {
        String command = new ChildJvm(Main.class, List.of(arguments))
                .builder(folder.resolve("crash.log")).command().stream()
                        .map(word -> "'" + word + "'")
                        .collect(Collectors.joining(" "));
        return new CommandProcess(new ProcessBuilder("script", "-qec", command, "/dev/null")
                .redirectErrorStream(true)
                .start());
    }

    /** Waits for a line. */
    void await(Predicate<String> wanted) throws IOException {
        String line = output.readLine();
        while (line != null) {
            lines.add(line);
            if (wanted.test(line)) {
                return;
            }
            line = output.readLine();
        }
        throw new IOException("the process ended before it said what was waited for: " + lines);
    }

    /** Sends it a signal, and nobody else. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Its workers. */
    List<ProcessHandle> workers() {
        return process.children().toList();
    }

    /** Whether it ended within so many milliseconds. */
    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Waits for its end and gives its exit code. */
    int exitCode() throws IOException, InterruptedException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
        }
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the process did not end: " + lines);
        }
        return process.exitValue();
    }

    /** All that it said so far. */
    String said() {
        return String.join("\n", lines);
    }
}
