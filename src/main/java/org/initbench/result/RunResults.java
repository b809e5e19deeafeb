package org.initbench.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A run as it is read back: what the study asked for, and what its trials produced.
 *
 * @param study its name
 * @param title one line for people
 * @param metric that ranks the initializers
 * @param target value of the metric to reach; NaN when none is set
 * @param resolved the whole study as read, defaults included
 * @param trials by variant, initializer, learning rate, repetition
 */
public record RunResults(
        String study, String title, Metric metric, double target, ObjectNode resolved, List<TrialResult> trials) {

    /** Keeps its own list of the trials. */
    public RunResults {
        trials = List.copyOf(trials);
    }

    /** The initializers in the order of the study. */
    public List<String> initializers() {
        return trials.stream().map(trial -> trial.key().init()).distinct().toList();
    }

    /** The points of the grid in the order of the study; a single empty one without a grid. */
    public List<String> variants() {
        return trials.stream().map(trial -> trial.key().variant()).distinct().toList();
    }

    /** The learning rates in the order of the study. */
    public List<Double> learningRates() {
        return trials.stream()
                .map(trial -> trial.key().learningRate())
                .distinct()
                .toList();
    }
}
