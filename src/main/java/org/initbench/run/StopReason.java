package org.initbench.run;

import org.initbench.result.RunFileNames;

/** Why runs end early, in words, and how they go on. */
final class StopReason {

    private StopReason() {}

    static RunStoppedException unwritable(RunFolder folder, String reason) {
        return new RunStoppedException("cannot write to " + folder.path() + ": " + reason + "; " + resume(folder));
    }

    static RunStoppedException workersDoNotStart(RunFolder folder, String reason) {
        return new RunStoppedException("workers do not start: " + reason + ", see "
                + folder.path().resolve(RunFileNames.LOGS) + "; -Dworkers=0 runs in this JVM");
    }

    static RunStoppedException refused(RunFolder folder, String task, String reason) {
        return new RunStoppedException(task + " is refused: " + reason + "; " + resume(folder));
    }

    static String interrupted(RunFolder folder, int kept, int all) {
        return "interrupted after " + kept + " of " + all + " trials; " + resume(folder);
    }

    private static String resume(RunFolder folder) {
        return "finished trials are kept, and the same command with -Drun=" + folder.run() + " goes on from there";
    }
}
