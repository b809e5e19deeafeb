package org.initbench.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.initbench.result.Endings;
import org.initbench.result.Metric;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.RateRow.Best;
import org.jspecify.annotations.Nullable;

/** What the learning rate does to each initializer, and who wins when each has its own best rate. */
public final class Rates {

    private final Metric metric;
    private final List<RateRow> rows = new ArrayList<>();

    private Rates(Metric metric) {
        this.metric = metric;
    }

    /** One row for each variant, initializer and learning rate in the order of the trials; none for a single rate. */
    public static List<RateRow> of(List<TrialResult> trials, Metric metric) {
        long rates = trials.stream()
                .map(trial -> trial.key().learningRate())
                .distinct()
                .count();
        Rates table = new Rates(metric);
        if (rates > 1) {
            table.add(trials);
        }
        return List.copyOf(table.rows);
    }

    private void add(List<TrialResult> trials) {
        Map<List<String>, Map<Double, List<TrialResult>>> groups = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            TrialKey key = trial.key();
            groups.computeIfAbsent(List.of(key.variant(), key.init()), group -> new LinkedHashMap<>())
                    .computeIfAbsent(key.learningRate(), rate -> new ArrayList<>())
                    .add(trial);
        }
        List<TrialResult> atBest = new ArrayList<>();
        groups.values().forEach(rates -> best(rates).ifPresent(best -> atBest.addAll(best.getValue())));
        Ranking common = Ranking.atCommonRate(trials, metric);
        Ranking own = Ranking.acrossRates(atBest, metric);
        Standings standings =
                Standings.of(atBest.stream().map(TrialResult::withoutRate).toList(), metric);
        groups.values().forEach(rates -> addRows(rates, common, own, standings));
    }

    private void addRows(Map<Double, List<TrialResult>> rates, Ranking common, Ranking own, Standings standings) {
        Best best = best(rates)
                .map(rate -> new Best(
                        rate.getKey(),
                        meanRank(rate.getValue(), own),
                        Sensitivity.of(rates, metric),
                        standing(rate.getValue().get(0).withoutRate(), standings)))
                .orElse(null);
        rates.forEach((rate, trials) -> {
            TrialKey key = trials.get(0).key();
            rows.add(new RateRow(
                    key.scenario(),
                    key.variant(),
                    key.init(),
                    rate,
                    metric,
                    Endings.of(trials),
                    metric.isAccuracy() ? Spread.of(values(trials)).within(0, 1) : Spread.of(values(trials)),
                    meanRank(trials, common),
                    best));
        });
    }

    private static @Nullable Standing standing(TrialResult trial, Standings standings) {
        TrialKey key = trial.key();
        return standings.of(key.variant(), key.learningRate(), key.init());
    }

    private Optional<Map.Entry<Double, List<TrialResult>>> best(Map<Double, List<TrialResult>> rates) {
        return rates.entrySet().stream()
                .filter(rate -> counted(rate.getValue()) > 0)
                .min(Comparator.<Map.Entry<Double, List<TrialResult>>>comparingDouble(
                                rate -> divergedShare(rate.getValue()))
                        .thenComparingDouble(rate -> meanCost(rate.getValue())));
    }

    private long counted(List<TrialResult> trials) {
        return trials.stream().filter(trial -> Costs.of(trial, metric) != null).count();
    }

    private double divergedShare(List<TrialResult> trials) {
        Endings counts = Endings.of(trials);
        return (double) counts.diverged() / counted(trials);
    }

    private double meanCost(List<TrialResult> trials) {
        double[] values = values(trials);
        return values.length == 0
                ? Double.POSITIVE_INFINITY
                : Costs.of(Mean.of(values).getAsDouble(), metric);
    }

    private double[] values(List<TrialResult> trials) {
        return Summaries.values(trials, trial -> Costs.value(trial, metric));
    }

    private static @Nullable Double meanRank(List<TrialResult> trials, Ranking ranking) {
        double[] ranks = Summaries.values(trials, ranking::of);
        return ranks.length == 0 ? null : (Double) Mean.of(ranks).getAsDouble();
    }
}
