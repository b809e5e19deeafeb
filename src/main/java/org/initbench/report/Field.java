package org.initbench.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initbench.result.Metric;
import org.initbench.result.RunResults;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.ComparisonRow;
import org.initbench.stats.Comparisons;
import org.initbench.stats.RateRow;
import org.initbench.stats.RunStatistics;
import org.initbench.stats.Spread;
import org.initbench.stats.Summaries;
import org.initbench.stats.SummaryRow;

/**
 * The initializers of one variant against each other, each at its own best learning rate where several were run.
 *
 * @param metric the study's
 * @param standings the best first; what could not be ranked comes last
 * @param comparisons by the study's metric
 * @param ownRates the best learning rate of each initializer; empty where the run has a single one
 */
record Field(
        String variant,
        Metric metric,
        List<SummaryRow> standings,
        List<ComparisonRow> comparisons,
        Map<String, Double> ownRates) {

    static Field of(RunResults run, RunStatistics statistics, String variant) {
        if (run.learningRates().size() < 2) {
            return new Field(
                    variant,
                    run.metric(),
                    ordered(
                            statistics.summary().stream()
                                    .filter(row -> row.variant().equals(variant))
                                    .toList(),
                            run.metric()),
                    statistics.comparisons().stream()
                            .filter(row -> row.variant().equals(variant))
                            .filter(row -> row.metric() == run.metric())
                            .toList(),
                    Map.of());
        }
        Map<String, Double> rates = ownRates(run, statistics, variant);
        List<TrialResult> trials = run.trials().stream()
                .filter(trial -> trial.key().variant().equals(variant))
                .filter(trial -> Double.valueOf(trial.key().learningRate())
                        .equals(rates.get(trial.key().init())))
                .map(Field::withoutRate)
                .toList();
        return new Field(
                variant,
                run.metric(),
                ordered(Summaries.of(trials, run.metric()), run.metric()),
                Comparisons.by(run.metric(), trials),
                rates);
    }

    /** An initializer of which no trial counts stands for itself with its first rate. */
    private static Map<String, Double> ownRates(RunResults run, RunStatistics statistics, String variant) {
        Map<String, Double> rates = new LinkedHashMap<>();
        run.trials().stream()
                .map(TrialResult::key)
                .filter(key -> key.variant().equals(variant))
                .forEach(key -> rates.putIfAbsent(key.init(), key.learningRate()));
        statistics.rates().stream()
                .filter(row -> row.variant().equals(variant))
                .filter(RateRow::isBest)
                .forEach(row -> rates.put(row.init(), row.learningRate()));
        return rates;
    }

    /** Under one rate, so that trials at different ones meet each other. */
    private static TrialResult withoutRate(TrialResult trial) {
        TrialKey key = trial.key();
        return trial.withKey(new TrialKey(key.scenario(), key.variant(), key.init(), 0, key.repetition()));
    }

    private static List<SummaryRow> ordered(List<SummaryRow> rows, Metric metric) {
        return rows.stream()
                .sorted(Comparator.<SummaryRow>comparingDouble(row -> orLast(row.rank()))
                        .thenComparingDouble(
                                row -> metric.higherIsBetter() ? -orFirst(row.of(metric)) : orLast(row.of(metric))))
                .toList();
    }

    private static double orLast(Spread spread) {
        Double mean = spread.mean();
        return mean == null ? Double.POSITIVE_INFINITY : mean;
    }

    private static double orFirst(Spread spread) {
        Double mean = spread.mean();
        return mean == null ? Double.NEGATIVE_INFINITY : mean;
    }

    /** Those of which a trial completed with a figure, the best first. */
    List<SummaryRow> ranked() {
        return standings.stream().filter(row -> row.of(metric).mean() != null).toList();
    }

    /** How one fared against the other, seen from the first. */
    Optional<Duel> duel(String init, String other) {
        return comparisons.stream()
                .filter(row -> List.of(row.init(), row.other()).containsAll(List.of(init, other)))
                .findFirst()
                .map(row -> Duel.of(row, init));
    }
}
