package org.initbench.run;

/** A run ended before its last trial. The message is one sentence for the user; finished trials are kept. */
public final class RunStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why, and how to go on. */
    public RunStoppedException(String message) {
        super(message);
    }
}
