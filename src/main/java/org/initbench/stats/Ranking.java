package org.initbench.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;
import org.initbench.result.Metric;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the initializers of each repetition against each other, equals sharing the mean of their ranks. A diverged trial
 * ranks below every completed one; failed and skipped trials are not ranked.
 */
final class Ranking {

    private final Map<TrialKey, Double> ranks = new HashMap<>();

    private Ranking(List<TrialResult> trials, Metric metric, Function<TrialKey, Object> field) {
        Map<Object, List<TrialResult>> rivals = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            rivals.computeIfAbsent(field.apply(trial.key()), key -> new ArrayList<>())
                    .add(trial);
        }
        rivals.values().forEach(each -> rank(each, metric));
    }

    /** Among the trials of a repetition that share variant and learning rate. */
    static Ranking atCommonRate(List<TrialResult> trials, Metric metric) {
        return new Ranking(trials, metric, key -> List.of(key.variant(), key.learningRate(), key.repetition()));
    }

    /** Among the trials of a repetition that share the variant, whatever their learning rates. */
    static Ranking acrossRates(List<TrialResult> trials, Metric metric) {
        return new Ranking(trials, metric, key -> List.of(key.variant(), key.repetition()));
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
            Double cost = Costs.of(trial, metric);
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
}
