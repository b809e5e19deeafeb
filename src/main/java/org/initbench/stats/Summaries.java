package org.initbench.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.stats.SummaryRow.Counts;
import org.initbench.stats.SummaryRow.Spread;
import org.jspecify.annotations.Nullable;

/** Puts the repetitions of each initializer together. */
public final class Summaries {

    private Summaries() {}

    /** One row for each variant, initializer and learning rate, in the order of the trials. */
    public static List<SummaryRow> of(List<TrialResult> trials, Metric metric) {
        Ranking ranking = new Ranking(trials, metric);
        Map<List<Object>, List<TrialResult>> groups = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            List<Object> group = List.of(
                    trial.key().variant(), trial.key().init(), trial.key().learningRate());
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(trial);
        }
        return groups.values().stream().map(group -> row(group, ranking)).toList();
    }

    private static SummaryRow row(List<TrialResult> group, Ranking ranking) {
        TrialResult first = group.get(0);
        List<TrialResult> completed = group.stream()
                .filter(trial -> trial.outcome() instanceof Outcome.Completed)
                .toList();
        Counts counts = new Counts(
                group.size(),
                completed.size(),
                ended(group, Outcome.Diverged.class),
                ended(group, Outcome.Failed.class),
                ended(group, Outcome.Skipped.class));
        double[] toTarget = values(group, TrialResult::iterationsToTarget);
        return new SummaryRow(
                first.key().scenario(),
                first.key().variant(),
                first.key().init(),
                first.key().learningRate(),
                counts,
                spread(values(completed, trial -> trial.train().loss())),
                spread(values(completed, trial -> trial.test().loss())),
                spread(values(completed, trial -> trial.test().accuracy())),
                toTarget.length == 0 ? null : (Double) Median.withDefaults().evaluate(toTarget),
                mean(values(group, ranking::of)));
    }

    private static long ended(List<TrialResult> group, Class<? extends Outcome> outcome) {
        return group.stream()
                .filter(trial -> outcome.isInstance(trial.outcome()))
                .count();
    }

    private static double[] values(List<TrialResult> trials, Function<TrialResult, @Nullable Double> value) {
        Stream<@Nullable Double> all = trials.stream().map(value);
        return all.filter(Objects::nonNull).mapToDouble(Double::doubleValue).toArray();
    }

    private static Spread spread(double[] values) {
        Double std =
                values.length < 2 ? null : (Double) StandardDeviation.of(values).getAsDouble();
        return new Spread(mean(values), std, Bootstrap.interval(values).orElse(null));
    }

    private static @Nullable Double mean(double[] values) {
        return values.length == 0 ? null : (Double) Mean.of(values).getAsDouble();
    }
}
