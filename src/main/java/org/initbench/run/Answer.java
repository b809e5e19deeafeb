package org.initbench.run;

/** What came of a request to a worker. */
sealed interface Answer {

    /** The worker did as it was asked. */
    record Replied(Reply reply) implements Answer {}

    /** The worker will not do it, now or when asked again. */
    record Refused(String reason) implements Answer {}

    /**
     * The worker is gone.
     *
     * @param reason the same each time
     * @param by what ended it
     */
    record Lost(String reason, End by) implements Answer {}

    /** What ended a worker. */
    enum End {
        /** What it was doing. */
        ITSELF,
        /** A limit that a user can raise. */
        LIMIT,
        /** What looks like a key press, that this process is about to hear of too. */
        INTERRUPTION
    }
}
