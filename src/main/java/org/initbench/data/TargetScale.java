package org.initbench.data;

import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * What stands for a value among the labels: value = mean + deviation · label.
 *
 * @param means of each value over the training examples, in the unit of the data; none where labels stand for themselves
 * @param deviations likewise, above 0
 */
public record TargetScale(List<Double> means, List<Double> deviations) {

    /** Labels that stand for themselves. */
    public static final TargetScale NONE = new TargetScale(List.of(), List.of());

    /** Keeps its own lists. */
    public TargetScale {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    /** Of one value that has these labels among the training examples; one that never varies keeps its unit. */
    static TargetScale of(double[] training) {
        double deviation = StandardDeviation.of(training).setBiased(true).getAsDouble();
        return new TargetScale(List.of(Mean.of(training).getAsDouble()), List.of(deviation > 0 ? deviation : 1));
    }

    /** The label that stands for a value. */
    double label(int column, double value) {
        return means.isEmpty() ? value : (value - means.get(column)) / deviations.get(column);
    }

    /** The value that a label stands for. */
    public double value(int column, double label) {
        return means.isEmpty() ? label : means.get(column) + deviations.get(column) * label;
    }
}
