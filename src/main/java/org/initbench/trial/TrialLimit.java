package org.initbench.trial;

import java.util.Locale;
import org.initbench.config.Problems;
import org.initbench.config.Study;

/** Keeps a plan to what can be held in memory and ever be run: it is counted before any of it is made. */
final class TrialLimit {

    /** Each variant is a study of its own, read and kept. */
    static final int MOST_VARIANTS = 10_000;

    static final int MOST_TRIALS = 1_000_000;

    private final Problems problems;
    private double trials;

    TrialLimit(Problems problems) {
        this.problems = problems;
    }

    /** Whether the variants of a grid may be made; a problem where not. */
    boolean allowsVariants(double variants) {
        if (variants <= MOST_VARIANTS) {
            return true;
        }
        problems.add(String.format(
                Locale.ROOT,
                "grid: its lists multiply to %.0f variants, and a study may have %d; give fewer values",
                variants,
                MOST_VARIANTS));
        return false;
    }

    /** Whether the trials of one more variant may be made. */
    boolean allows(Study study, int initializers) {
        trials += (double) initializers * study.training().learningRates().size() * study.repetitions();
        return trials <= MOST_TRIALS;
    }

    /** Adds a problem where there were too many. */
    void check() {
        if (trials > MOST_TRIALS) {
            problems.add(String.format(
                    Locale.ROOT,
                    "repetitions: %.0f trials are asked for, and a study may have %d; repetitions, initializers,"
                            + " training.learningRates and the lists of grid multiply",
                    trials,
                    MOST_TRIALS));
        }
    }
}
