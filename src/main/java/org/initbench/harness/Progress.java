package org.initbench.harness;

import org.initbench.result.TrialResult;

/** Hears of a run as it goes on. */
public interface Progress extends AutoCloseable {

    /** A trial has ended. */
    void finished(TrialResult trial);

    /** The last trial has ended. */
    @Override
    void close();
}
