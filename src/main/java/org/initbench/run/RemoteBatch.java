package org.initbench.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.initbench.result.TrialKey;
import org.initbench.trial.Plan;

/**
 * What another machine is to do at a time, in a form that travels.
 *
 * @param foresees whether to say what initializers can do with the networks
 * @param places of trials in the plan
 * @param keys of the same trials
 * @param describes whether to say what the manifest tells of where trials run
 */
public record RemoteBatch(boolean foresees, List<Integer> places, List<TrialKey> keys, boolean describes)
        implements Serializable {

    /** Trials and nothing else. */
    public static RemoteBatch of(Plan plan, List<Integer> places) {
        return of(plan, places, false);
    }

    /** All that is to be done. */
    static RemoteBatch of(PendingTrials pending) {
        return of(pending.plan(), pending.places(), pending.isFirst());
    }

    private static RemoteBatch of(Plan plan, List<Integer> places, boolean isFirst) {
        List<TrialKey> keys =
                places.stream().map(place -> plan.trials().get(place).key()).toList();
        return new RemoteBatch(isFirst, List.copyOf(places), keys, isFirst);
    }

    List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        if (foresees) {
            tasks.add(new Task.ForeseeTrials());
        }
        for (int i = 0; i < places.size(); i++) {
            tasks.add(new Task.RunTrial(places.get(i), keys.get(i)));
        }
        if (describes) {
            tasks.add(new Task.DescribeBackend());
        }
        return tasks;
    }
}
