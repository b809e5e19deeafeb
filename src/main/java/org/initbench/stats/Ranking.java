package org.initbench.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the initializers of each repetition against each other, equals sharing the mean of their ranks. A diverged trial
 * ranks below every completed one; failed and skipped trials are not ranked.
 */
final class Ranking {

    private final Map<TrialKey, Double> ranks = new HashMap<>();

    Ranking(List<TrialResult> trials, Metric metric) {
        Map<List<Object>, List<TrialResult>> rivals = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            List<Object> field = List.of(
                    trial.key().variant(),
                    trial.key().learningRate(),
                    trial.key().repetition());
            rivals.computeIfAbsent(field, key -> new ArrayList<>()).add(trial);
        }
        rivals.values().forEach(field -> rank(field, metric));
    }

    /** 1 for the best of a repetition; null for a trial that is not ranked. */
    @Nullable
    Double of(TrialResult trial) {
        return ranks.get(trial.key());
    }

    private void rank(List<TrialResult> field, Metric metric) {
        List<TrialResult> ranked = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (TrialResult trial : field) {
            Double cost = cost(trial, metric);
            if (cost != null) {
                ranked.add(trial);
                costs.add(cost);
            }
        }
        if (ranked.isEmpty()) {
            return;
        }
        double[] fieldRanks = new NaturalRanking(TiesStrategy.AVERAGE)
                .apply(costs.stream().mapToDouble(Double::doubleValue).toArray());
        for (int i = 0; i < fieldRanks.length; i++) {
            ranks.put(ranked.get(i).key(), fieldRanks[i]);
        }
    }

    /** What is to be small; infinite for a diverged trial alone. */
    private static @Nullable Double cost(TrialResult trial, Metric metric) {
        if (trial.outcome() instanceof Outcome.Diverged) {
            return Double.POSITIVE_INFINITY;
        }
        Double value = trial.outcome() instanceof Outcome.Completed ? metric.of(trial.train(), trial.test()) : null;
        if (value == null) {
            return null;
        }
        double cost = metric.higherIsBetter() ? -value : value;
        return Double.isNaN(cost) ? Double.MAX_VALUE : Math.min(cost, Double.MAX_VALUE);
    }
}
