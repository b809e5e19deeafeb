package org.initbench.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.initbench.result.Metric;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.ComparisonRow.Duels;
import org.jspecify.annotations.Nullable;

/**
 * Compares initializers in pairs. Under one repetition both meet the same data in the same order, so that they are compared
 * within repetitions and never across. The probability of improvement is that of Agarwal et al. 2021, over pairs of one
 * repetition instead of all pairs of trials.
 */
public final class Comparisons {

    private static final double TIE = 0.5;

    private Comparisons() {}

    /**
     * One row for each metric and pair, by variant, learning rate and metric; pairs in the order of the trials.
     *
     * @param target the metric that comes first; the others follow where any completed trial has them
     */
    public static List<ComparisonRow> of(List<TrialResult> trials, Metric target) {
        return of(trials, metrics(trials, target));
    }

    /** One row for each pair by one metric. */
    public static List<ComparisonRow> by(Metric metric, List<TrialResult> trials) {
        return of(trials, List.of(metric));
    }

    private static List<ComparisonRow> of(List<TrialResult> trials, List<Metric> metrics) {
        Map<List<Object>, Map<String, List<TrialResult>>> fields = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            List<Object> field = List.of(trial.key().variant(), trial.key().learningRate());
            fields.computeIfAbsent(field, key -> new LinkedHashMap<>())
                    .computeIfAbsent(trial.key().init(), key -> new ArrayList<>())
                    .add(trial);
        }
        return fields.values().stream()
                .flatMap(field -> metrics.stream().flatMap(metric -> pairs(List.copyOf(field.values()), metric)))
                .toList()
                .parallelStream()
                .map(Pair::row)
                .toList();
    }

    private static List<Metric> metrics(List<TrialResult> trials, Metric target) {
        Stream<Metric> others = Stream.of(Metric.values())
                .filter(metric -> trials.stream().anyMatch(trial -> Costs.value(trial, metric) != null));
        return Stream.concat(Stream.of(target), others).distinct().toList();
    }

    private static Stream<Pair> pairs(List<List<TrialResult>> field, Metric metric) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < field.size(); i++) {
            for (int j = i + 1; j < field.size(); j++) {
                pairs.add(new Pair(field.get(i), field.get(j), metric));
            }
        }
        return pairs.stream();
    }

    private record Pair(List<TrialResult> trials, List<TrialResult> others, Metric metric) {

        ComparisonRow row() {
            return Comparisons.row(trials, others, metric);
        }
    }

    private static ComparisonRow row(List<TrialResult> trials, List<TrialResult> others, Metric metric) {
        Map<Integer, TrialResult> partners = new HashMap<>();
        others.forEach(other -> partners.put(other.key().repetition(), other));
        List<Double> scores = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        for (TrialResult trial : trials) {
            TrialResult partner = partners.get(trial.key().repetition());
            Double cost = Costs.of(trial, metric);
            Double partnersCost = partner == null ? null : Costs.of(partner, metric);
            if (partner != null && cost != null && partnersCost != null) {
                scores.add(score(cost, partnersCost));
                addDifference(differences, Costs.value(trial, metric), Costs.value(partner, metric));
            }
        }
        TrialKey key = trials.get(0).key();
        double[] points = array(scores);
        Duels duels = new Duels(count(points, 1), count(points, TIE), count(points, 0), differences.size());
        return new ComparisonRow(
                key.scenario(),
                key.variant(),
                key.learningRate(),
                key.init(),
                others.get(0).key().init(),
                metric,
                duels,
                points.length == 0 ? null : (Double) Mean.of(points).getAsDouble(),
                Bootstrap.interval(points).orElse(null),
                signTest(duels),
                Spread.of(array(differences)));
    }

    private static void addDifference(
            List<Double> differences, @Nullable Double value, @Nullable Double partnersValue) {
        if (value != null && partnersValue != null) {
            differences.add(value - partnersValue);
        }
    }

    private static double score(double cost, double partnersCost) {
        if (cost == partnersCost) {
            return TIE;
        }
        return cost < partnersCost ? 1 : 0;
    }

    private static int count(double[] points, double score) {
        return (int) Arrays.stream(points).filter(point -> point == score).count();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static @Nullable Double signTest(Duels duels) {
        int decided = duels.wins() + duels.losses();
        return decided == 0
                ? null
                : (Double) BinomialTest.withDefaults()
                        .with(AlternativeHypothesis.TWO_SIDED)
                        .test(decided, duels.wins(), TIE)
                        .getPValue();
    }
}
