package org.initbench.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import org.initbench.result.Endings;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Scores;
import org.initbench.result.TrialResult;
import org.initbench.stats.SummaryRow.InterquartileMeans;
import org.initbench.stats.SummaryRow.ToTarget;
import org.initbench.stats.SummaryRow.ValueErrors;
import org.jspecify.annotations.Nullable;

/** Puts the repetitions of each initializer together. */
public final class Summaries {

    private Summaries() {}

    /** One row for each variant, initializer and learning rate, in the order of the trials. */
    public static List<SummaryRow> of(List<TrialResult> trials, Metric metric) {
        return of(trials, metric, Standings.of(trials, metric));
    }

    static List<SummaryRow> of(List<TrialResult> trials, Metric metric, Standings standings) {
        Ranking ranking = Ranking.atCommonRate(trials, metric);
        Map<List<Object>, List<TrialResult>> groups = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            List<Object> group = List.of(
                    trial.key().variant(), trial.key().init(), trial.key().learningRate());
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(trial);
        }
        long initializers =
                trials.stream().map(trial -> trial.key().init()).distinct().count();
        return groups.values().parallelStream()
                .map(group -> row(group, spread(group, ranking::of).within(1, (double) initializers), standings))
                .toList();
    }

    private static SummaryRow row(List<TrialResult> group, Spread rank, Standings standings) {
        TrialResult first = group.get(0);
        List<TrialResult> completed = group.stream()
                .filter(trial -> trial.outcome() instanceof Outcome.Completed)
                .toList();
        return new SummaryRow(
                first.key().scenario(),
                first.key().variant(),
                first.key().init(),
                first.key().learningRate(),
                Endings.of(group),
                spread(completed, trial -> trial.train().loss()),
                shares(completed, trial -> trial.train().accuracy()),
                spread(completed, trial -> trial.test().loss()),
                shares(completed, trial -> trial.test().accuracy()),
                shares(completed, TrialResult::bestTestAccuracy),
                new InterquartileMeans(
                        middle(completed, trial -> trial.train().loss()),
                        middle(completed, trial -> trial.train().accuracy()),
                        middle(completed, trial -> trial.test().loss()),
                        middle(completed, trial -> trial.test().accuracy()),
                        middle(completed, TrialResult::bestTestAccuracy)),
                toTarget(values(group, TrialResult::iterationsToTarget)),
                rank,
                standings.of(
                        first.key().variant(),
                        first.key().learningRate(),
                        first.key().init()),
                errors(completed, TrialResult::train),
                errors(completed, TrialResult::test));
    }

    private static ValueErrors errors(List<TrialResult> trials, Function<TrialResult, Scores> scores) {
        return new ValueErrors(
                spread(trials, scores.andThen(Scores::rmse)),
                spread(trials, scores.andThen(Scores::mae)),
                spread(trials, scores.andThen(Scores::r2)));
    }

    private static ToTarget toTarget(double[] iterations) {
        if (iterations.length == 0) {
            return new ToTarget(null, null);
        }
        long reached = Arrays.stream(iterations).filter(Double::isFinite).count();
        return new ToTarget(Median.withDefaults().evaluate(iterations), reached);
    }

    private static Spread spread(List<TrialResult> trials, Function<TrialResult, @Nullable Double> value) {
        return Spread.of(values(trials, value));
    }

    private static Spread shares(List<TrialResult> trials, Function<TrialResult, @Nullable Double> value) {
        return spread(trials, value).within(0, 1);
    }

    private static InterquartileMean middle(List<TrialResult> trials, Function<TrialResult, @Nullable Double> value) {
        return InterquartileMean.of(values(trials, value));
    }

    static double[] values(List<TrialResult> trials, Function<TrialResult, @Nullable Double> value) {
        Stream<@Nullable Double> all = trials.stream().map(value);
        return all.filter(Objects::nonNull).mapToDouble(Double::doubleValue).toArray();
    }
}
