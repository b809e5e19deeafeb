package org.initbench.run;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes what an {@link TrialExecutor} hands back. For several threads. */
public interface TrialReceiver {

    /**
     * Takes a trial that has ended; when this returns, it is on the disk.
     *
     * @throws RunStoppedException if it cannot be kept
     */
    void finished(FinishedTrial trial);

    /** Hears of a kind of machine that trials ran on, other than this process's own: what {@link Manifest#kind} says there. */
    void ranOn(JsonNode kind);

    /** Something that people should know happened on the way, in one sentence. */
    void note(String sentence);
}
