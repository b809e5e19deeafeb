package org.initbench.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkEnv;
import org.initbench.config.InvalidInputException;
import org.initbench.run.RemoteBatch;
import org.initbench.run.RemoteResults;
import org.initbench.run.RemoteRun;
import org.initbench.run.RemoteWorker;
import org.initbench.run.RunStoppedException;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What a Spark task does: a batch of trials in a worker process, one for each core of the executor, which wait for further tasks. */
final class RunBatch extends AbstractFunction1<Iterator<RemoteBatch>, RemoteResults> implements Serializable {

    private static final long serialVersionUID = 1L;

    /** More than an executor has cores, so that the number of a worker tells its executor: 2003 is the third of executor 1. */
    private static final int WORKERS_OF_AN_EXECUTOR = 1000;

    private static final Deque<RemoteWorker> WAITING = new ConcurrentLinkedDeque<>();
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final RemoteRun run;

    RunBatch(RemoteRun run) {
        this.run = run;
    }

    @Override
    public RemoteResults apply(Iterator<RemoteBatch> batches) {
        RemoteWorker waiting = WAITING.poll();
        RemoteWorker worker =
                waiting == null ? new RemoteWorker(number(), run, Path.of("").toAbsolutePath()) : waiting;
        boolean isFit = false;
        try {
            RemoteResults results = worker.run(run, batches.next());
            isFit = true;
            return results;
        } catch (InvalidInputException | RunStoppedException unfit) {
            throw new UnfitMachineException(String.valueOf(unfit.getMessage()).replaceFirst("^worker \\d+: ", ""));
        } catch (IOException unwritable) {
            throw new UnfitMachineException("its working folder cannot be used (" + unwritable + ")");
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the task was killed", killed);
        } finally {
            if (isFit) {
                WAITING.push(worker);
            } else {
                close(worker);
            }
        }
    }

    private static int number() {
        String executor = SparkEnv.get().executorId();
        int before = executor.matches("\\d+") ? Integer.parseInt(executor) + 1 : 0;
        return before * WORKERS_OF_AN_EXECUTOR + STARTED.incrementAndGet();
    }

    private static void close(RemoteWorker worker) {
        try {
            worker.close();
        } catch (IOException left) {
            System.err.println("a worker's log is left: " + left);
        }
    }
}
