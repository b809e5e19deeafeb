package org.initbench.spark;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.TaskInfo;
import org.jspecify.annotations.Nullable;

/** Says which executors are lost and which are unfit, once each. Spark runs their tasks elsewhere. */
final class Troubles extends SparkListener {

    private final Consumer<String> notes;
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable String> unfit = new AtomicReference<>();

    Troubles(Consumer<String> notes) {
        this.notes = notes;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        TaskInfo task = end.taskInfo();
        String executor = "executor " + task.executorId() + " on " + task.host();
        if (end.reason() instanceof ExecutorLostFailure) {
            say(executor, " is lost; what it was running is run again");
        } else if (end.reason() instanceof ExceptionFailure failure) {
            String reason = " runs no trials: " + firstLine(failure.description());
            unfit.set(executor + reason);
            say(executor, reason);
        }
    }

    private void say(String executor, String what) {
        if (said.add(executor)) {
            notes.accept(executor + what);
        }
    }

    /** What was last said of an executor that runs no trials. */
    Optional<String> unfit() {
        return Optional.ofNullable(unfit.get());
    }

    static String firstLine(@Nullable String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}
