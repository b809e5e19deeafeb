package org.initbench.run;

import java.nio.file.Path;

/** Why runs end early, in words, and how they go on. */
final class StopReason {

    private StopReason() {}

    static RunStoppedException unwritable(RunFolder folder, String reason) {
        return new RunStoppedException("cannot write to " + folder.path() + ": " + reason);
    }

    static RunStoppedException workersDoNotStart(String reason, Path logs) {
        return new RunStoppedException(
                "workers do not start: " + reason + ", see " + logs + "; -Dworkers=0 runs in the JVM of the command");
    }

    static RunStoppedException refused(String task, String reason) {
        return new RunStoppedException(task + " is refused: " + reason);
    }

    static String interrupted(RunFolder folder, int kept, int all) {
        return "interrupted after " + kept + " of " + all + " trials; " + resume(folder);
    }

    /** What stopped a run, and how it goes on. */
    static RunStoppedException with(RunStoppedException reason, RunFolder folder) {
        return new RunStoppedException(reason.getMessage() + "; " + resume(folder));
    }

    private static String resume(RunFolder folder) {
        return "finished trials are kept, and the same command with -Drun=" + folder.run() + " goes on from there";
    }
}
