package org.initbench.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.initbench.result.CurvePoint;
import org.initbench.result.Metric;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * Learning-rate sensitivity: the mean over rates of min(ℓ(rate), ℓ₀) − min over rates of the same, ℓ₀ being the figure of
 * the untrained network. Wortsman et al. 2023, "Small-scale proxies for large-scale Transformer training instabilities".
 */
final class Sensitivity {

    private Sensitivity() {}

    /** In units of the metric, 0 where every rate is as good as the best; null where a rate cannot be judged. */
    static @Nullable Double of(Map<Double, List<TrialResult>> rates, Metric metric) {
        List<Double> costs = new ArrayList<>();
        for (Collection<TrialResult> trials : rates.values()) {
            OptionalDouble cost = trials.stream()
                    .filter(trial -> Costs.of(trial, metric) != null)
                    .mapToDouble(trial -> atMostUntrained(trial, metric))
                    .average();
            if (cost.isEmpty() || !(Math.abs(cost.getAsDouble()) < Double.MAX_VALUE)) {
                return null;
            }
            costs.add(cost.getAsDouble());
        }
        double best = Collections.min(costs);
        return costs.stream().mapToDouble(cost -> cost - best).average().orElse(0);
    }

    private static double atMostUntrained(TrialResult trial, Metric metric) {
        Double cost = Costs.of(trial, metric);
        double reached = cost == null ? Double.POSITIVE_INFINITY : cost;
        Double untrained = trial.curve().stream()
                .filter(point -> point.iteration() == 0)
                .findFirst()
                .map((CurvePoint point) -> metric.of(point.train(), point.test()))
                .orElse(null);
        return untrained == null || Double.isNaN(untrained) ? reached : Math.min(reached, Costs.of(untrained, metric));
    }
}
