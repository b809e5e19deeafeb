package org.initbench.run;

import org.initbench.result.TrialKey;

/** Hears of a run as it goes on, from one thread at a time. */
public interface Progress extends AutoCloseable {

    /** There are so many trials, of which some are there from before. */
    void begin(int kept, int all);

    /** A trial has ended; {@code status} is that of its outcome. */
    void finished(TrialKey trial, String status);

    /** Something that people should know happened on the way, in one sentence. */
    void note(String sentence);

    /** The last trial has ended. */
    @Override
    void close();
}
