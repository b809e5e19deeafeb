package org.initbench.run;

import java.time.Duration;
import org.initbench.process.WorkerJvm;

/**
 * How trials are run.
 *
 * @param count of worker processes; 0 runs every trial in this JVM
 * @param memoryLimit in bytes; a worker above it after a trial is replaced, and one above twice as much, and
 *     above 1 GiB, ends at once
 * @param trialLimit after which a trial counts as hanging
 * @param areTrialsShort whether trials are over before code that takes long to compile would pay
 */
public record WorkerSettings(int count, long memoryLimit, Duration trialLimit, boolean areTrialsShort) {

    private static final Duration DEFAULT_TRIAL_LIMIT = Duration.ofHours(1);

    /** So many workers with the default limits: 3 GiB and an hour. */
    public static WorkerSettings of(int count) {
        return new WorkerSettings(count, WorkerJvm.MEMORY_LIMIT, DEFAULT_TRIAL_LIMIT, false);
    }
}
