package org.initbench.stats;

import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** One order of trials for every comparison: by what is to be small, whichever way the metric points. */
public final class Costs {

    private Costs() {}

    /** Infinite for a diverged trial alone; null for a trial that failed, was skipped, or has no such figure. */
    public static @Nullable Double of(TrialResult trial, Metric metric) {
        if (trial.outcome() instanceof Outcome.Diverged) {
            return Double.POSITIVE_INFINITY;
        }
        Double value = value(trial, metric);
        return value == null ? null : (Double) of(value, metric);
    }

    /** What a completed trial reached; null for any other. */
    public static @Nullable Double value(TrialResult trial, Metric metric) {
        return trial.outcome() instanceof Outcome.Completed ? metric.of(trial.train(), trial.test()) : null;
    }

    /** The cost of a measured value: never infinite, and largest for one that is not a number. */
    public static double of(double value, Metric metric) {
        double cost = metric.higherIsBetter() ? -value : value;
        return Double.isNaN(cost) ? Double.MAX_VALUE : Math.min(cost, Double.MAX_VALUE);
    }
}
