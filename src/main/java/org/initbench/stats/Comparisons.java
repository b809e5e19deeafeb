package org.initbench.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initbench.result.Baseline;
import org.initbench.result.Metric;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.ComparisonRow.Duels;

/**
 * Compares initializers in pairs. Under one repetition both meet the same data in the same order, so that they are compared
 * within repetitions and never across. The probability of improvement is that of Agarwal et al. 2021, over pairs of one
 * repetition instead of all pairs of trials. Within a variant, learning rate and metric, p-values are corrected over all
 * pairs, as the leader is chosen by the same data.
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
        Map<List<Object>, Map<String, Map<Integer, TrialResult>>> fields = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            List<Object> field = List.of(trial.key().variant(), trial.key().learningRate());
            fields.computeIfAbsent(field, key -> new LinkedHashMap<>())
                    .computeIfAbsent(trial.key().init(), key -> new LinkedHashMap<>())
                    .put(trial.key().repetition(), trial);
        }
        return fields.values().stream()
                .flatMap(field -> metrics.stream().map(metric -> rows(List.copyOf(field.values()), metric)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Metric> metrics(List<TrialResult> trials, Metric target) {
        Stream<Metric> others = Stream.of(Metric.values())
                .filter(metric -> trials.stream().anyMatch(trial -> Costs.value(trial, metric) != null));
        return Stream.concat(Stream.of(target), others).distinct().toList();
    }

    /** All pairs, corrected. */
    private static List<ComparisonRow> rows(List<Map<Integer, TrialResult>> field, Metric metric) {
        List<ComparisonRow> rows = new ArrayList<>();
        for (int i = 0; i < field.size(); i++) {
            for (int j = i + 1; j < field.size(); j++) {
                rows.add(row(field.get(i), field.get(j), metric));
            }
        }
        double[] corrected = Holm.adjusted(rows.stream()
                .map(ComparisonRow::test)
                .filter(Objects::nonNull)
                .mapToDouble(PairedTest::p)
                .toArray());
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).test() != null) {
                rows.set(i, rows.get(i).corrected(corrected[next++]));
            }
        }
        return rows;
    }

    private static ComparisonRow row(
            Map<Integer, TrialResult> trials, Map<Integer, TrialResult> others, Metric metric) {
        PairedTrials pairs = new PairedTrials(trials.values(), others.values(), metric);
        List<Double> scores = IntStream.range(0, pairs.count())
                .mapToObj(pair -> score(pairs.cost(pair), pairs.partnersCost(pair)))
                .toList();
        Duels duels = new Duels(count(scores, 1), count(scores, TIE), count(scores, 0), pairs.completed());
        TrialKey key = first(trials).key();
        return new ComparisonRow(
                key.scenario(),
                key.variant(),
                key.learningRate(),
                key.init(),
                first(others).key().init(),
                metric,
                duels,
                duels.pairs() == 0 ? null : (Double) (duels.points() / duels.pairs()),
                Proportion.interval(duels.points(), duels.pairs()).orElse(null),
                duels.wins() + duels.losses() == 0 ? null : (Double) PairedTest.signP(duels.wins(), duels.losses()),
                pairs.difference(),
                pairs.test().orElse(null),
                null);
    }

    /** The deviation that the rounding of two counts of m alone gives to a difference of accuracies: 1/(m√6). */
    public static double counting(Stream<TrialResult> trials, Metric metric) {
        return trials.map(trial -> trial.facts().of(metric))
                .filter(Objects::nonNull)
                .mapToInt(Baseline::labels)
                .filter(labels -> labels > 0)
                .mapToDouble(labels -> 1 / (labels * Math.sqrt(6)))
                .max()
                .orElse(0);
    }

    private static TrialResult first(Map<Integer, TrialResult> trials) {
        return trials.values().iterator().next();
    }

    private static double score(double cost, double partnersCost) {
        if (cost == partnersCost) {
            return TIE;
        }
        return cost < partnersCost ? 1 : 0;
    }

    private static int count(List<Double> scores, double score) {
        return (int) scores.stream().filter(each -> each == score).count();
    }
}
