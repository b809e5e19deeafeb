package org.initbench.recommend;

import java.io.IOException;
import java.util.List;
import org.initbench.check.CheckRow;
import org.initbench.result.TrialResult;

/** Has the trials that a recommendation rests on: whoever runs them, or reads those that were run. */
public interface StageTrials {

    /** What the check found, by variant and initializer in the order of the study. */
    List<CheckRow> checked() throws IOException, InterruptedException;

    /** Trials that the check took. */
    int checks();

    /** Why the network cannot be trained; empty where it can. */
    String whyNoRace();

    /** The learning rates to choose from, in the order in which they are tried. */
    List<Double> rates();

    /** The study's metric, as {@code target.metric} names it. */
    String target();

    /** Trials of a stage, in this order. */
    List<TrialResult> of(Stage stage, List<Wanted> wanted) throws IOException, InterruptedException;

    /** Hears how it goes on; a round of the race is over. */
    default void raced(Recommendation soFar) {}
}
