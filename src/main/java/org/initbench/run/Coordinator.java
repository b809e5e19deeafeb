package org.initbench.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;
import org.initbench.result.Outcome;
import org.initbench.result.Timing;
import org.initbench.result.TrialResult;
import org.initbench.run.Answer.End;
import org.initbench.run.TaskQueue.Attempt;
import org.initbench.run.WorkerProcesses.Waiting;

/** Hands tasks to worker processes, one thread a worker, and replaces workers that were lost or have grown too large. */
final class Coordinator {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Assignment assignment;
    private final WorkerProcesses workers;
    private final WorkerSettings settings;
    private final TrialReceiver receiver;
    private final RunLogs logs;
    private ObjectNode description = JsonNodeFactory.instance.objectNode();

    Coordinator(Assignment assignment, WorkerProcesses workers, TrialReceiver receiver) {
        this.assignment = assignment;
        this.workers = workers;
        this.settings = workers.settings();
        this.receiver = receiver;
        this.logs = workers.logs();
    }

    /**
     * Does all tasks; workers that are fit for more wait for it.
     *
     * @return what the manifest says of backend and data
     */
    ObjectNode run(Collection<Task> tasks) throws IOException, InterruptedException {
        TaskQueue queue = new TaskQueue(tasks);
        int count = Math.min(settings.count(), tasks.size());
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Void>> loops = new ArrayList<>();
            IntStream.range(0, count).forEach(each -> loops.add(() -> work(workers.firstNumber() + each, queue)));
            for (Future<Void> loop : threads.invokeAll(loops)) {
                loop.get();
            }
        } catch (InterruptedException hurried) {
            workers.stop();
            throw hurried;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unwritable) {
                throw unwritable;
            }
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
        return description;
    }

    private Void work(int number, TaskQueue queue) throws IOException, InterruptedException {
        Optional<Worker> worker = Optional.empty();
        try {
            for (Optional<Attempt> next = queue.next(); next.isPresent() && !workers.isStopped(); next = queue.next()) {
                Attempt attempt = next.get();
                if (worker.isEmpty()) {
                    worker = Optional.of(start(number));
                }
                boolean fit = attempt(number, worker.get(), attempt, queue);
                if (!fit) {
                    workers.end(number, worker.get());
                    worker = Optional.empty();
                }
            }
            return null;
        } catch (RuntimeException | IOException failure) {
            queue.clear();
            workers.stop();
            throw failure;
        } finally {
            if (worker.isPresent() && workers.isStopped()) {
                workers.end(number, worker.get());
            } else if (worker.isPresent()) {
                workers.keep(number, new Waiting(worker.get(), assignment));
            }
        }
    }

    /** Tries a task; false when the worker should not be used again. */
    private boolean attempt(int number, Worker worker, Attempt attempt, TaskQueue queue)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Task task = attempt.task();
        Answer answer = worker.ask(task.request(), task::isAnsweredBy, settings.trialLimit());
        if (workers.isStopped()) {
            return false;
        }
        if (answer instanceof Answer.Replied replied) {
            return take(replied.reply());
        }
        if (answer instanceof Answer.Refused refused) {
            throw StopReason.refused(task.name(), refused.reason());
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
            receiver.note(task.name() + " is tried once more: " + lost.reason());
            queue.retry(attempt);
        }
    }

    private boolean take(Reply reply) {
        if (reply instanceof Reply.Finished finished) {
            byte[] file = Base64.getDecoder().decode(finished.file());
            receiver.finished(new FinishedTrial(finished.trial(), finished.status(), file));
            boolean failed = finished.status().equals(new Outcome.Failed("").status());
            return !failed && finished.memory() <= settings.memoryLimit();
        }
        if (reply instanceof Reply.Described described) {
            description = described.manifest();
            return true;
        }
        if (reply instanceof Reply.Foreseen foreseen) {
            foreseen.sentences().forEach(receiver::note);
            return true;
        }
        throw new IllegalStateException("no task is answered by " + reply);
    }

    private void giveUp(Task task, String reason, int number, long start) {
        if (task instanceof Task.RunTrial trial) {
            double seconds = (System.nanoTime() - start) / 1e9;
            Timing timing = new Timing(seconds, 0, 0, number, 0);
            receiver.finished(FinishedTrial.of(
                    trial.index(), TrialResult.without(trial.key(), new Outcome.Failed(reason), "", timing)));
        } else if (task instanceof Task.DescribeBackend) {
            description.putObject("datasets").put("unavailable", reason);
        }
    }

    /** One that waits, told of this plan where it does not know it; a new one where there is none. */
    private Worker start(int number) throws IOException, InterruptedException {
        Request begin = assignment.begin(number, settings.memoryLimit());
        Optional<Waiting> waiting = workers.take(number);
        if (waiting.isPresent()) {
            Worker worker = waiting.get().worker();
            if (waiting.get().assignment().equals(assignment)
                    || worker.ask(begin, Reply.Ready.class::isInstance, START_LIMIT) instanceof Answer.Replied) {
                return worker;
            }
            workers.end(number, worker);
        }
        for (int attempt = 1; ; attempt++) {
            Worker worker = Worker.start(number, settings, logs, receiver::note);
            workers.started(worker);
            Answer answer = worker.ask(begin, Reply.Ready.class::isInstance, START_LIMIT);
            if (answer instanceof Answer.Replied || workers.isStopped()) {
                return worker;
            }
            logs.keep(number, "worker-" + number + "-start", attempt);
            workers.end(number, worker);
            if (answer instanceof Answer.Refused refused) {
                throw new InvalidInputException("worker " + number + ": " + refused.reason());
            }
            if (answer instanceof Answer.Lost lost && attempt > 1) {
                throw StopReason.workersDoNotStart(lost.reason(), logs.folder());
            }
        }
    }
}
