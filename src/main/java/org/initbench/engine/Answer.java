package org.initbench.engine;

/** What came of a request to a worker. */
sealed interface Answer {

    /** The worker did as it was asked. */
    record Replied(Reply reply) implements Answer {}

    /** The worker is gone, for this reason, which is the same each time. */
    record Lost(String reason) implements Answer {}

    /** The worker was interrupted from the keyboard, as this process is about to be. */
    record Interrupted() implements Answer {}
}
