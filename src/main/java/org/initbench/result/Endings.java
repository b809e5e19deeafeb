package org.initbench.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How many trials ended how. */
public record Endings(int all, long completed, long diverged, long failed, long skipped) {

    /** Those of these trials. */
    public static Endings of(Collection<TrialResult> trials) {
        return new Endings(
                trials.size(),
                count(trials, Outcome.Completed.class),
                count(trials, Outcome.Diverged.class),
                count(trials, Outcome.Failed.class),
                count(trials, Outcome.Skipped.class));
    }

    private static long count(Collection<TrialResult> trials, Class<? extends Outcome> kind) {
        return trials.stream().filter(trial -> kind.isInstance(trial.outcome())).count();
    }

    /** Those of all of these together. */
    public static Endings sum(Collection<Endings> parts) {
        return new Endings(
                parts.stream().mapToInt(Endings::all).sum(),
                parts.stream().mapToLong(Endings::completed).sum(),
                parts.stream().mapToLong(Endings::diverged).sum(),
                parts.stream().mapToLong(Endings::failed).sum(),
                parts.stream().mapToLong(Endings::skipped).sum());
    }

    /** "of 5 trials, 1 diverged and 2 were skipped": those that did not complete; empty where all did. */
    public String inWords() {
        return others().isEmpty() ? "" : "of " + Words.count(all, "trial") + ", " + Words.list(others());
    }

    /** "1 diverged", "2 were skipped": those that did not complete. */
    public List<String> others() {
        List<String> others = new ArrayList<>();
        if (diverged > 0) {
            others.add(diverged + " diverged");
        }
        if (failed > 0) {
            others.add(failed + " failed");
        }
        if (skipped > 0) {
            others.add(skipped + (skipped == 1 ? " was skipped" : " were skipped"));
        }
        return others;
    }
}
