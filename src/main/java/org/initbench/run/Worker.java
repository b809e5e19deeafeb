package org.initbench.run;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.initbench.process.ChildJvm;
import org.initbench.process.WorkerJvm;
import org.initbench.run.Answer.End;
import org.jspecify.annotations.Nullable;

/** A worker process as the coordinator sees it. One request is under way at a time. */
final class Worker {

    private static final int INTERRUPTED = 130;
    private static final int SIGNALS = 128;

    /** More than a JVM needs to write down a crash. */
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private final int number;
    private final RunLogs logs;
    private final Consumer<String> notes;
    private final Process process;

    /** Replies as they come; empty once there are no more. */
    private final BlockingQueue<Optional<Reply>> replies = new LinkedBlockingQueue<>();

    /** The first line that was no reply. */
    private final AtomicReference<@Nullable String> garbage = new AtomicReference<>();

    private boolean garbageIsReported;

    private Worker(int number, RunLogs logs, Consumer<String> notes, Process process) {
        this.number = number;
        this.logs = logs;
        this.notes = notes;
        this.process = process;
    }

    /**
     * Starts a process that waits for requests.
     *
     * @param notes hears of lines that are no replies
     * @throws IOException if no process can be started
     */
    static Worker start(int number, WorkerSettings settings, RunLogs logs, Consumer<String> notes) throws IOException {
        logs.begin(number);
        List<String> flags = new ArrayList<>(WorkerJvm.flags(settings.memoryLimit()));
        if (settings.areTrialsShort()) {
            flags.add(WorkerJvm.LIGHT_COMPILER);
        }
        Process process = new ChildJvm(WorkerMain.class, flags, List.of())
                .builder(logs.crash(number))
                .redirectError(Redirect.appendTo(logs.log(number).toFile()))
                .start();
        Worker worker = new Worker(number, logs, notes, process);
        Thread listening = new Thread(worker::listen, "worker-" + number);
        listening.setDaemon(true);
        listening.start();
        return worker;
    }

    /** Asks, and waits for a reply that fits; others are reported. The worker is gone after anything but a reply. */
    Answer ask(Request request, Predicate<Reply> fits, Duration limit) throws IOException, InterruptedException {
        if (!send(request)) {
            return ended();
        }
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<Reply> reply = replies.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (reply == null) {
                end();
                return new Answer.Lost("no result within " + limit.toSeconds() + " s (worker.limit)", End.LIMIT);
            }
            if (reply.isEmpty()) {
                return ended();
            }
            reportGarbage();
            if (fits.test(reply.get())) {
                return new Answer.Replied(reply.get());
            }
            if (reply.get() instanceof Reply.Rejected rejected) {
                return new Answer.Refused(rejected.reason());
            }
            notes.accept("worker " + number + " replied what was not asked: "
                    + Excerpt.of(reply.get().toString()));
        }
    }

    private boolean send(Request request) {
        try {
            OutputStream requests = process.getOutputStream();
            requests.write((Protocol.line(request) + "\n").getBytes(StandardCharsets.UTF_8));
            requests.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private Answer ended() throws IOException, InterruptedException {
        if (!process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            end();
            return new Answer.Lost("the worker process closed its output and went on", End.ITSELF);
        }
        int code = process.exitValue();
        if (code == MemoryLimit.PASSED) {
            return new Answer.Lost("the worker process took too much memory (worker.memory)", End.LIMIT);
        }
        Optional<String> crash = logs.signal(number);
        if (crash.isPresent()) {
            return new Answer.Lost("native code crashed (" + crash.get() + ")", End.ITSELF);
        }
        reportGarbage();
        String signal = code > SIGNALS ? " (signal " + (code - SIGNALS) + ")" : "";
        return new Answer.Lost(
                "the worker process ended with exit code " + code + signal,
                code == INTERRUPTED ? End.INTERRUPTION : End.ITSELF);
    }

    /** Once a worker; of a crash the JVM itself writes to standard output, which is no news then. */
    private void reportGarbage() {
        String line = garbage.get();
        if (line != null && !garbageIsReported) {
            notes.accept("worker " + number + " wrote what is no reply, such as: " + Excerpt.of(line));
            garbageIsReported = true;
        }
    }

    private void listen() {
        Lines lines = new Lines(process.getInputStream(), Lines.LONGEST_REPLY);
        try {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<Reply> reply = Protocol.message(line.get(), Reply.class);
                if (reply.isPresent()) {
                    replies.add(reply);
                } else if (!line.get().isEmpty()) {
                    logs.append(number, line.get());
                    garbage.compareAndSet(null, line.get());
                }
            }
        } catch (IOException gone) {
            // The process was ended from here; its output is closed then.
        }
        replies.add(Optional.empty());
    }

    /**
     * Ends the process, whatever it is doing, and waits until it is gone; the operating system may keep one that reads from a
     * dead disk for longer than anybody waits.
     */
    void end() throws InterruptedException {
        process.destroyForcibly().waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
