package org.initbench.result;

import java.util.Locale;

/** How a trial ended. Divergence is a result, not an error. */
public sealed interface Outcome {

    /** Why, in one sentence; empty for a completed trial. */
    String reason();

    /** The {@code status} column. */
    default String status() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Trained to the end. */
    record Completed() implements Outcome {
        @Override
        public String reason() {
            return "";
        }
    }

    /** The loss became NaN, infinite, or larger than the study allows. */
    record Diverged(String reason) implements Outcome {}

    /** An error ended it. */
    record Failed(String reason) implements Outcome {}

    /** The initializer cannot serve the network. */
    record Skipped(String reason) implements Outcome {}
}
