package org.initbench.run;

import java.util.List;
import org.initbench.trial.Plan;

/**
 * Trials that are to be run.
 *
 * @param plan that they belong to
 * @param fingerprint what the run is of beyond its study; where it is something else they are not run
 * @param places of the trials in the plan, in the order in which they should begin
 * @param isFirst whether it is also to be said what initializers can do with the networks, and what the manifest tells of where
 *     trials run
 */
public record PendingTrials(Plan plan, Fingerprint fingerprint, List<Integer> places, boolean isFirst) {}
