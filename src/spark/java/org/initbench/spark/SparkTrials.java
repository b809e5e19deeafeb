package org.initbench.spark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.JavaSerializer;
import org.initbench.run.HandOver;
import org.initbench.run.PendingTrials;
import org.initbench.run.RemoteBatch;
import org.initbench.run.RemoteResults;
import org.initbench.run.RemoteRun;
import org.initbench.run.RunStoppedException;
import org.initbench.run.TrialExecutor;
import org.initbench.run.TrialReceiver;
import org.initbench.run.WorkerSettings;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;
import scala.concurrent.ExecutionContext;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * Runs trials on an Apache Spark cluster. A task is a batch of them, and hands back their files as soon as it has ended; which
 * executor runs it, and that it is run again where that one is lost, is Spark's affair. An executor that lacks the data of a run, or
 * has others, gets no more of its tasks. Jobs are a few tasks for each core, and are begun while results of earlier ones come in, no
 * faster than these are written: so the driver holds the results of a few seconds, however many trials there are.
 */
public final class SparkTrials implements TrialExecutor {

    /** Tasks that wait for each core or run there, of which there should always be some. */
    private static final int AHEAD = 2;

    private static final AtomicReference<@Nullable JavaSparkContext> JOINED = new AtomicReference<>();

    private final WorkerSettings limits;
    private final Path logs;
    private final JavaSparkContext context;

    /** What the jobs of a run bring, in the order in which it came. */
    private volatile BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    /** What arrives. */
    private sealed interface Arrival {

        /** A task has ended. */
        record Arrived(RemoteResults results) implements Arrival {}

        /** A job has failed. */
        record Failed(Throwable reason) implements Arrival {}

        /** This process is told to end. */
        record Stopped() implements Arrival {}
    }

    /**
     * Runs trials on the cluster that this process belongs to, or begins to belong to with this.
     *
     * @param limits of each trial; the number of workers is that of the cluster's cores
     * @param logs folder for what workers printed that were lost
     */
    public SparkTrials(WorkerSettings limits, Path logs) {
        this.limits = limits;
        this.logs = logs;
        this.context = JavaSparkContext.fromSparkContext(SparkContext.getOrCreate(settings()));
        JOINED.set(context);
    }

    /** Ends the connection to the cluster, where there is one. */
    static void leaveCluster() {
        JavaSparkContext joined = JOINED.getAndSet(null);
        if (joined != null) {
            joined.stop();
        }
    }

    /** Of Spark, where the user gives none: an executor that failed a task gets no more of that job; results may be as large as they are. */
    private static SparkConf settings() {
        return new SparkConf()
                .set("spark.serializer", JavaSerializer.class.getName())
                .setIfMissing("spark.app.name", "initbench")
                .setIfMissing("spark.log.level", "ERROR")
                .setIfMissing("spark.ui.showConsoleProgress", "false")
                .setIfMissing("spark.driver.maxResultSize", "0")
                .setIfMissing("spark.excludeOnFailure.enabled", "true")
                .setIfMissing("spark.excludeOnFailure.task.maxTaskAttemptsPerNode", "3")
                .setIfMissing("spark.excludeOnFailure.stage.maxFailedTasksPerExecutor", "1")
                .setIfMissing("spark.excludeOnFailure.stage.maxFailedExecutorsPerNode", "1000")
                .setIfMissing("spark.excludeOnFailure.application.maxFailedTasksPerExecutor", "1")
                .setIfMissing("spark.excludeOnFailure.application.maxFailedExecutorsPerNode", "1000");
    }

    @Override
    public ObjectNode run(PendingTrials pending, TrialReceiver receiver) throws IOException, InterruptedException {
        ship(pending);
        RunBatch function = new RunBatch(RemoteRun.of(pending, limits));
        BatchQueue queue = new BatchQueue(pending);
        Troubles troubles = new Troubles(receiver::note);
        context.sc().addSparkListener(troubles);
        arrivals = new LinkedBlockingQueue<>();
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        try (HandOver handOver = new HandOver()) {
            int underWay = 0;
            while (!queue.isEmpty() || underWay > 0) {
                int cores = context.defaultParallelism();
                while (!queue.isEmpty() && underWay < AHEAD * cores) {
                    List<RemoteBatch> batches = queue.next(cores);
                    submit(function, batches);
                    underWay += batches.size();
                }
                Arrival arrival = arrivals.take();
                if (arrival instanceof Arrival.Stopped) {
                    break;
                }
                if (arrival instanceof Arrival.Failed failed) {
                    throw stopped(failed.reason(), troubles);
                }
                RemoteResults results = ((Arrival.Arrived) arrival).results();
                underWay--;
                queue.took(results.trials().size(), results.seconds());
                results.report(receiver, logs);
                handOver.all(results.trials(), receiver);
                described.setAll(results.description());
            }
            return described;
        } finally {
            context.sc().removeSparkListener(troubles);
            context.cancelAllJobs();
        }
    }

    private static RunStoppedException stopped(Throwable reason, Troubles troubles) {
        String why = troubles.unfit().orElseGet(() -> Troubles.firstLine(reason.getMessage()));
        return new RunStoppedException("Spark gave up: " + why);
    }

    /** Files of data and networks in the working folder go to every executor, where they lie in its working folder. */
    private void ship(PendingTrials pending) {
        List<String> shipped = JavaConverters.seqAsJavaList(context.sc().listFiles());
        pending.fingerprint().fields().path("data").fieldNames().forEachRemaining(name -> {
            Path path = Path.of(name);
            boolean isHere = !path.isAbsolute() && path.getNameCount() == 1 && Files.isRegularFile(path);
            if (isHere && shipped.stream().noneMatch(file -> file.endsWith("/" + name))) {
                context.addFile(name);
            }
        });
    }

    private void submit(RunBatch function, List<RemoteBatch> batches) {
        List<Object> partitions = IntStream.range(0, batches.size())
                .<Object>mapToObj(Integer::valueOf)
                .toList();
        context.sc()
                .submitJob(
                        context.parallelize(batches, batches.size()).rdd(),
                        function,
                        JavaConverters.asScalaBuffer(partitions),
                        new Arriving(arrivals),
                        new Nothing())
                .onComplete(new Completing(arrivals), ExecutionContext.fromExecutor(Runnable::run));
    }

    /** Hears of each task that has ended. */
    private static final class Arriving extends AbstractFunction2<Object, RemoteResults, BoxedUnit> {

        private final BlockingQueue<Arrival> arrivals;

        Arriving(BlockingQueue<Arrival> arrivals) {
            this.arrivals = arrivals;
        }

        @Override
        public BoxedUnit apply(Object partition, RemoteResults results) {
            arrivals.add(new Arrival.Arrived(results));
            return BoxedUnit.UNIT;
        }
    }

    /** Hears of each job that has ended. */
    private static final class Completing extends AbstractFunction1<Try<BoxedUnit>, BoxedUnit> {

        private final BlockingQueue<Arrival> arrivals;

        Completing(BlockingQueue<Arrival> arrivals) {
            this.arrivals = arrivals;
        }

        @Override
        public BoxedUnit apply(Try<BoxedUnit> end) {
            if (end.isFailure()) {
                arrivals.add(new Arrival.Failed(end.failed().get()));
            }
            return BoxedUnit.UNIT;
        }
    }

    /** The result of a job beside those of its tasks. */
    private static final class Nothing extends AbstractFunction0<BoxedUnit> {
        @Override
        public BoxedUnit apply() {
            return BoxedUnit.UNIT;
        }
    }

    @Override
    public void stop() {
        arrivals.add(new Arrival.Stopped());
    }

    /** The connection to the cluster stays, for what comes next in this process. */
    @Override
    public void close() {}
}
