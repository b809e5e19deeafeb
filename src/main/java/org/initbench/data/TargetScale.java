package org.initbench.data;

import java.util.List;

/**
 * What stands for a value among the labels: value = mean + deviation · label.
 *
 * @param means of each value over the training examples, in the unit of the data
 * @param deviations likewise, above 0
 */
public record TargetScale(List<Double> means, List<Double> deviations) {

    /** Keeps its own lists. */
    public TargetScale {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    /** The value that a label stands for. */
    public double value(int column, double label) {
        return means.get(column) + deviations.get(column) * label;
    }
}
