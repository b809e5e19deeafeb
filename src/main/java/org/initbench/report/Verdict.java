package org.initbench.report;

import java.util.List;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.stats.RunStatistics;

/**
 * What a run comes to, in sentences.
 *
 * @param findings one for each variant, in the order of the study
 */
public record Verdict(List<Finding> findings) {

    /**
     * What one variant comes to.
     *
     * @param variant empty without a grid
     * @param sentence who won, or why that cannot be said
     * @param details how sure that is, and what did not complete
     */
    public record Finding(String variant, String sentence, List<String> details) {}

    /** The verdict on a run: on its training where it trained, else on what becomes of the signal. */
    public static Verdict of(RunResults run, RunStatistics statistics) {
        return new Verdict(run.variants().stream()
                .map(variant -> {
                    Field field = Field.of(run, statistics, variant);
                    return isUntrained(run, variant) && SignalVerdict.hasSignal(run, variant)
                            ? SignalVerdict.of(run, variant)
                            : TrainingVerdict.of(field);
                })
                .toList());
    }

    /** A trial that diverged at once was to be trained all the same. */
    private static boolean isUntrained(RunResults run, String variant) {
        return run.trials().stream()
                .filter(trial -> trial.key().variant().equals(variant))
                .noneMatch(trial -> trial.iterations() > 0 || trial.outcome() instanceof Outcome.Diverged);
    }
}
