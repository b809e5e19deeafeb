package org.initbench.result;

import java.util.HashMap;
import java.util.Map;

/** What was measured inside the networks of a run, the repetitions of each initializer put together. */
public final class RunLayers {

    private final Map<TrialKey, MeasuredLayers> groups = new HashMap<>();
    private int mostIterations;

    /** Adds a trial; those of one initializer in the order of their repetitions. */
    public void add(TrialResult trial) {
        groups.computeIfAbsent(first(trial.key()), key -> new MeasuredLayers()).add(trial.layers());
        int iterations = (int)
                trial.layers().stream().mapToInt(LayerRow::iteration).distinct().count();
        mostIterations = Math.max(mostIterations, iterations);
    }

    /** Those of the repetitions of a trial. */
    public MeasuredLayers of(TrialKey trial) {
        return groups.getOrDefault(first(trial), MeasuredLayers.NONE);
    }

    /** At how many iterations the layers of the trial were measured that was measured most often. */
    public int mostIterations() {
        return mostIterations;
    }

    private static TrialKey first(TrialKey key) {
        return new TrialKey(key.scenario(), key.variant(), key.init(), key.learningRate(), 0);
    }
}
