package org.initbench.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.initbench.config.InvalidInputException;
import org.initbench.config.StudyFiles;
import org.initbench.data.DataFolders;
import org.initbench.scenario.Scenarios;
import org.initbench.trial.Plan;
import org.initbench.trial.Planner;

/**
 * The main class of a worker: requests come in on standard input, replies go out on standard output, everything else that
 * is printed goes to standard error. It ends when its input does.
 */
public final class WorkerMain {

    private static final int INPUT_ENDED = 0;

    private WorkerMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws InterruptedException {
        PrintStream replies = System.out;
        System.setOut(System.err);
        BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        Thread listening = new Thread(() -> listen(System.in, requests), "requests");
        listening.setDaemon(true);
        listening.start();
        Optional<WorkerSession> session = Optional.empty();
        while (true) {
            String line = requests.take();
            Optional<Request> request = Protocol.message(line, Request.class);
            try {
                if (request.isPresent() && request.get() instanceof Request.Begin begin) {
                    session = Optional.of(new WorkerSession(begin, plan(begin)));
                    MemoryLimit.watch(begin.memoryLimit());
                }
                Reply reply = session.isPresent() && request.isPresent()
                        ? session.get().answer(request.get())
                        : new Reply.Rejected("not a request that can be answered now: " + Excerpt.of(line));
                reply(replies, reply);
            } catch (InvalidInputException unusable) {
                reply(replies, new Reply.Rejected(String.join("; ", unusable.problems())));
            }
        }
    }

    /** Whatever native code may have printed without an end of line is kept off the reply. */
    private static void reply(PrintStream replies, Reply reply) {
        byte[] line = ("\n" + Protocol.line(reply) + "\n").getBytes(StandardCharsets.UTF_8);
        replies.write(line, 0, line.length);
        replies.flush();
    }

    /** The end of the input means that the coordinator is gone, even while a trial runs. */
    private static void listen(InputStream in, BlockingQueue<String> requests) {
        Lines lines = new Lines(in, Lines.LONGEST_REQUEST);
        try {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                line.filter(text -> !text.isEmpty()).ifPresent(requests::add);
            }
        } catch (IOException broken) {
            System.err.println("the coordinator cannot be heard: " + broken.getMessage());
        }
        Runtime.getRuntime().halt(INPUT_ENDED);
    }

    private static Plan plan(Request.Begin begin) {
        DataFolders folders = new DataFolders(begin.data(), begin.cache(), false);
        return new Planner(new StudyFiles(Path.of("")), Scenarios.builtIn(), folders)
                .planAgain(begin.study(), begin.resolved());
    }
}
