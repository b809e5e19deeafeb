package org.initbench.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.initbench.result.Endings;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.stats.Costs;
import org.initbench.stats.Spread;
import org.jspecify.annotations.Nullable;

/**
 * What an initializer reached on a data set.
 *
 * @param learningRate its best one, where there were several
 * @param trials all of that rate
 * @param endings how they ended
 * @param values of the metric, over completed trials
 * @param cost by which it is ranked: that of the mean; infinite where a trial diverged, as its loss was
 */
record Score(double learningRate, List<TrialResult> trials, Endings endings, Spread values, double cost) {

    /** Nothing where no trial completed with such a figure, or diverged. */
    static Optional<Score> of(List<TrialResult> trials, Metric metric) {
        if (trials.stream().allMatch(trial -> Costs.of(trial, metric) == null)) {
            return Optional.empty();
        }
        Spread values = Spread.of(trials.stream()
                .map(trial -> Costs.value(trial, metric))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
        Double mean = values.mean();
        boolean isLost = mean == null || trials.stream().anyMatch(trial -> trial.outcome() instanceof Outcome.Diverged);
        return Optional.of(new Score(
                trials.get(0).key().learningRate(),
                List.copyOf(trials),
                Endings.of(trials),
                metric.isAccuracy() ? values.within(0, 1) : values,
                isLost || mean == null ? Double.POSITIVE_INFINITY : Costs.of(mean, metric)));
    }

    /** What a profile compares: the share of errors, or the loss. */
    double error(Metric metric) {
        return metric.isAccuracy() ? 1 + cost : cost;
    }

    /** What each trial reached, a diverged one less than anything. */
    double[] reached(Metric metric) {
        return trials.stream()
                .filter(trial -> Costs.of(trial, metric) != null)
                .map(trial -> Costs.value(trial, metric))
                .mapToDouble(Score::orLost)
                .toArray();
    }

    private static double orLost(@Nullable Double value) {
        return value == null ? Double.NEGATIVE_INFINITY : value;
    }
}
