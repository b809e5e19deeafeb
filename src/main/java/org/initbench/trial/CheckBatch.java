package org.initbench.trial;

import java.util.OptionalLong;
import org.initbench.config.Training;

/**
 * How many examples the minibatch of a check has: as many as the study says, unless their activations would be too many, and
 * never fewer than four.
 */
final class CheckBatch {

    /** Numbers; as floats a quarter of a gigabyte, forward alone. */
    private static final long MOST_ACTIVATIONS = 1L << 26;

    private static final int FEWEST = 4;

    private CheckBatch() {}

    /**
     * The training of a check with such a minibatch.
     *
     * @param activations of one example; empty where they are not known, or few
     * @param examples that there are
     */
    static Training of(Training training, OptionalLong activations, int examples) {
        int size = training.batchSize() == 0 ? examples : training.batchSize();
        if (activations.isEmpty() || size <= MOST_ACTIVATIONS / Math.max(1, activations.getAsLong())) {
            return training;
        }
        long fitting = MOST_ACTIVATIONS / activations.getAsLong();
        return training.withBatchSize((int) Math.max(Math.min(FEWEST, size), fitting));
    }
}
