package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.initbench.result.Metric;
import org.initbench.result.RunResults;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.result.Words;
import org.initbench.stats.ComparisonRow;
import org.initbench.stats.Comparisons;
import org.initbench.stats.RateRow;
import org.initbench.stats.RunStatistics;
import org.initbench.stats.Spread;
import org.initbench.stats.Standing;
import org.initbench.stats.Summaries;
import org.initbench.stats.SummaryRow;

/**
 * The initializers of one variant against each other, each at its own best learning rate where several were run.
 *
 * @param metric the study's
 * @param trials that count here
 * @param ordered by standing, then by the mean; what could not be ranked comes last
 * @param comparisons by the study's metric
 * @param ownRates the best learning rate of each initializer; empty where the run has a single one
 */
record Field(
        String variant,
        Metric metric,
        List<TrialResult> trials,
        List<SummaryRow> ordered,
        List<ComparisonRow> comparisons,
        Map<String, Double> ownRates) {

    static Field of(RunResults run, RunStatistics statistics, String variant) {
        List<TrialResult> trials = run.trials().stream()
                .filter(trial -> trial.key().variant().equals(variant))
                .toList();
        if (run.learningRates().size() < 2) {
            return new Field(
                    variant,
                    run.metric(),
                    trials,
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
        Map<String, Double> rates = ownRates(trials, statistics, variant);
        List<TrialResult> atOwnRates = trials.stream()
                .filter(trial -> Double.valueOf(trial.key().learningRate())
                        .equals(rates.get(trial.key().init())))
                .map(TrialResult::withoutRate)
                .toList();
        return new Field(
                variant,
                run.metric(),
                atOwnRates,
                ordered(Summaries.of(atOwnRates, run.metric()), run.metric()),
                Comparisons.by(run.metric(), atOwnRates),
                rates);
    }

    /** An initializer of which no trial counts stands for itself with its first rate. */
    private static Map<String, Double> ownRates(List<TrialResult> trials, RunStatistics statistics, String variant) {
        Map<String, Double> rates = new LinkedHashMap<>();
        trials.stream().map(TrialResult::key).forEach(key -> rates.putIfAbsent(key.init(), key.learningRate()));
        statistics.rates().stream()
                .filter(row -> row.variant().equals(variant))
                .filter(RateRow::isBest)
                .forEach(row -> rates.put(row.init(), row.learningRate()));
        return rates;
    }

    /** By standing, then by the mean of the metric; those without either last. */
    static List<SummaryRow> ordered(List<SummaryRow> rows, Metric metric) {
        return rows.stream()
                .sorted(Comparator.comparing(SummaryRow::standing, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparingDouble(row -> cost(row.of(metric), metric)))
                .toList();
    }

    private static double cost(Spread spread, Metric metric) {
        Double mean = spread.mean();
        if (mean == null || mean.isNaN()) {
            return Double.POSITIVE_INFINITY;
        }
        return metric.higherIsBetter() ? -mean : mean;
    }

    /** Whether a trial of the run counts here. */
    boolean holds(TrialKey trial) {
        Double own = ownRates.get(trial.init());
        return trial.variant().equals(variant) && (own == null || own == trial.learningRate());
    }

    /** Those of which a trial completed with a figure, in order. */
    List<SummaryRow> ranked() {
        return ordered.stream().filter(row -> row.of(metric).mean() != null).toList();
    }

    /** Those that nobody is ahead of. */
    List<SummaryRow> leaders() {
        return ranked().stream()
                .filter(row -> row.standing() != Standing.BEHIND && row.standing() != Standing.DIVERGED)
                .toList();
    }

    /** The comparison of two initializers, whichever stands first. */
    Optional<ComparisonRow> pair(String init, String other) {
        return comparisons.stream()
                .filter(row -> Set.of(row.init(), row.other()).equals(new HashSet<>(List.of(init, other))))
                .findFirst();
    }

    /** Whether the tests say that one is better than the other. */
    boolean isAhead(String init, String other) {
        return pair(init, other).map(row -> row.isAhead(init)).orElse(false);
    }

    /** Whether it is known what DL4J has of an initializer. */
    boolean knowsCode(String init) {
        return Dl4jLaw.isKnown(trials, init);
    }

    /** What a DL4J user writes to get an initializer's law. */
    Optional<String> code(String init) {
        return Dl4jLaw.code(trials, init);
    }

    /** Names in a sentence, of which very many are counted. */
    static String listed(List<String> names) {
        int most = 6;
        if (names.size() <= most + 1) {
            return Words.list(names);
        }
        List<String> first = new ArrayList<>(names.subList(0, most));
        first.add((names.size() - most) + " more");
        return Words.list(first);
    }
}
