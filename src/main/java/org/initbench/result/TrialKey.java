package org.initbench.result;

import java.io.Serializable;
import java.util.Objects;

/**
 * Names a trial: the first columns of every table.
 *
 * @param scenario name of the study
 * @param variant point of the grid, {@code network.activation=relu}; {@code base} without a grid
 * @param init normalized spec of the initializer
 * @param learningRate of the trial
 * @param repetition from 0
 */
public record TrialKey(String scenario, String variant, String init, double learningRate, int repetition)
        implements Serializable {

    /** The variant of a study without a grid. */
    public static final String BASE = "base";

    /** Earlier versions left the variant empty. A damaged file may lack a name, and is none then. */
    public TrialKey {
        Objects.requireNonNull(scenario);
        Objects.requireNonNull(init);
        variant = variant.isEmpty() ? BASE : variant;
    }
}
