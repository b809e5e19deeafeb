package org.initbench.run;

import java.io.Serializable;
import org.initbench.result.TrialFiles;
import org.initbench.result.TrialResult;

/** A trial that has ended, ready to be written, by whoever ran it. */
public final class FinishedTrial implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int place;
    private final String status;
    private final byte[] file;

    /**
     * A trial.
     *
     * @param place in the plan
     * @param status of its outcome
     * @param file what its file holds
     */
    FinishedTrial(int place, String status, byte[] file) {
        this.place = place;
        this.status = status;
        this.file = file;
    }

    /** A trial that ended in this JVM. */
    public static FinishedTrial of(int place, TrialResult result) {
        return new FinishedTrial(place, result.outcome().status(), TrialFiles.content(result));
    }

    /** Where it stands in the plan. */
    public int place() {
        return place;
    }

    /** Of its outcome. */
    public String status() {
        return status;
    }

    /** What its file holds; not to be changed. */
    byte[] file() {
        return file;
    }
}
