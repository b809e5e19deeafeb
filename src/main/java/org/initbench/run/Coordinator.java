package org.initbench.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.initbench.config.FileTrouble;
import org.initbench.config.InvalidInputException;
import org.initbench.data.DataFolders;
import org.initbench.result.DurableFile;
import org.initbench.result.Outcome;
import org.initbench.result.Timing;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.run.Answer.End;
import org.initbench.run.Crew.Waiting;
import org.initbench.run.TaskQueue.Attempt;
import org.initbench.trial.Plan;

/** Hands tasks to worker processes, one thread a worker, and replaces workers that were lost or have grown too large. */
final class Coordinator {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Plan plan;
    private final RunFolder folder;
    private final Crew crew;
    private final WorkerSettings settings;
    private final Progress progress;
    private final RunLogs logs;
    private ObjectNode description = JsonNodeFactory.instance.objectNode();
    private volatile boolean stopped;

    Coordinator(Plan plan, RunFolder folder, Crew crew, Progress progress) {
        this.plan = plan;
        this.folder = folder;
        this.crew = crew;
        this.settings = crew.settings();
        this.progress = progress;
        this.logs = crew.logs();
    }

    /**
     * Does all tasks; workers that are fit for more stay in the crew.
     *
     * @return what the manifest says of backend and data
     */
    ObjectNode run(Collection<Task> tasks) throws InterruptedException {
        TaskQueue queue = new TaskQueue(tasks);
        int count = Math.min(settings.count(), tasks.size());
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Void>> loops = new ArrayList<>();
            IntStream.rangeClosed(1, count).forEach(number -> loops.add(() -> work(number, queue)));
            for (Future<Void> loop : threads.invokeAll(loops)) {
                loop.get();
            }
        } catch (InterruptedException hurried) {
            stop();
            throw hurried;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
            removeHalfWritten();
        }
        return description;
    }

    /** What workers were writing when they were ended takes space on a disk that may be full. */
    private void removeHalfWritten() {
        try {
            DurableFile.clean(folder.trials().folder());
        } catch (IOException unreadable) {
            note("half-written files are left in " + folder.trials().folder() + "; the next run removes them");
        }
    }

    /** Ends all workers; nothing is recorded any more. */
    void stop() {
        stopped = true;
        crew.stop();
    }

    private Void work(int number, TaskQueue queue) throws IOException, InterruptedException {
        Optional<Worker> worker = Optional.empty();
        try {
            for (Optional<Attempt> next = queue.next(); next.isPresent() && !stopped; next = queue.next()) {
                Attempt attempt = next.get();
                if (worker.isEmpty()) {
                    worker = Optional.of(start(number));
                }
                boolean fit = attempt(number, worker.get(), attempt, queue);
                if (!fit) {
                    crew.end(number, worker.get());
                    worker = Optional.empty();
                }
            }
            return null;
        } catch (RuntimeException | IOException failure) {
            queue.clear();
            stop();
            throw failure;
        } finally {
            if (worker.isPresent() && stopped) {
                crew.end(number, worker.get());
            } else if (worker.isPresent()) {
                crew.keep(number, worker.get(), folder);
            }
        }
    }

    /** Tries a task; false when the worker should not be used again. */
    private boolean attempt(int number, Worker worker, Attempt attempt, TaskQueue queue)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Task task = attempt.task();
        Answer answer = worker.ask(task.request(), task::isAnsweredBy, settings.trialLimit());
        if (stopped) {
            return false;
        }
        if (answer instanceof Answer.Replied replied) {
            return take(replied.reply());
        }
        if (answer instanceof Answer.Refused refused) {
            throw StopReason.refused(folder, task.name(), refused.reason());
        }
        if (answer instanceof Answer.Lost lost) {
            lose(number, attempt, lost, queue, start);
        }
        return false;
    }

    private void lose(int number, Attempt attempt, Answer.Lost lost, TaskQueue queue, long start) throws IOException {
        Task task = attempt.task();
        if (lost.by() == End.INTERRUPTION && !attempt.wasInterrupted()) {
            queue.giveBack(attempt);
            return;
        }
        logs.keep(number, task.name(), attempt.number());
        if (attempt.isLast()) {
            String help = lost.by() == End.LIMIT ? "; --retry-failed runs it again" : "";
            giveUp(task, lost.reason() + help, number, start);
        } else {
            note(task.name() + " is tried once more: " + lost.reason());
            queue.retry(attempt);
        }
    }

    private boolean take(Reply reply) {
        if (reply instanceof Reply.Finished finished) {
            TrialKey key = plan.trials().get(finished.trial()).key();
            finished(key, finished.status());
            boolean failed = finished.status().equals(new Outcome.Failed("").status());
            return !failed && finished.memory() <= settings.memoryLimit();
        }
        if (reply instanceof Reply.Described described) {
            description = described.manifest();
            return true;
        }
        if (reply instanceof Reply.Foreseen foreseen) {
            foreseen.sentences().forEach(this::note);
            return true;
        }
        if (reply instanceof Reply.Unwritable unwritable) {
            throw StopReason.unwritable(folder, unwritable.reason());
        }
        throw new IllegalStateException("no task is answered by " + reply);
    }

    private void giveUp(Task task, String reason, int number, long start) {
        if (task instanceof Task.RunTrial trial) {
            TrialKey key = plan.trials().get(trial.index()).key();
            Outcome outcome = new Outcome.Failed(reason);
            double seconds = (System.nanoTime() - start) / 1e9;
            try {
                folder.trials().write(TrialResult.without(key, outcome, "", new Timing(seconds, 0, 0, number, 0)));
            } catch (IOException unwritable) {
                throw StopReason.unwritable(folder, FileTrouble.reason(unwritable));
            }
            finished(key, outcome.status());
        } else if (task instanceof Task.DescribeBackend) {
            description.putObject("datasets").put("unavailable", reason);
        }
    }

    /** One that waits, told of this plan where it does not know it; a new one where there is none. */
    private Worker start(int number) throws IOException, InterruptedException {
        Optional<Waiting> waiting = crew.take(number);
        if (waiting.isPresent()) {
            Worker worker = waiting.get().worker();
            if (waiting.get().folder().equals(folder)
                    || worker.ask(begin(number), Reply.Ready.class::isInstance, START_LIMIT)
                            instanceof Answer.Replied) {
                return worker;
            }
            crew.end(number, worker);
        }
        for (int attempt = 1; ; attempt++) {
            Worker worker = Worker.start(number, settings.memoryLimit(), logs, this::note);
            crew.started(worker);
            Answer answer = worker.ask(begin(number), Reply.Ready.class::isInstance, START_LIMIT);
            if (answer instanceof Answer.Replied || stopped) {
                return worker;
            }
            logs.keep(number, "worker-" + number + "-start", attempt);
            crew.end(number, worker);
            if (answer instanceof Answer.Refused refused) {
                throw new InvalidInputException("worker " + number + ": " + refused.reason());
            }
            if (answer instanceof Answer.Lost lost && attempt > 1) {
                throw StopReason.workersDoNotStart(folder, lost.reason());
            }
        }
    }

    private Request begin(int number) {
        DataFolders folders = plan.trials().get(0).folders();
        return new Request.Begin(
                Protocol.VERSION,
                number,
                plan.name(),
                plan.resolved(),
                folder.fingerprint().fields(),
                folders.given(),
                folders.cache(),
                folder.trials().folder(),
                settings.memoryLimit());
    }

    private synchronized void finished(TrialKey key, String status) {
        progress.finished(key, status);
    }

    private synchronized void note(String sentence) {
        progress.note(sentence);
    }
}
