package org.initbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.initbench.report.PageData.Final;
import org.initbench.report.PageData.Group;
import org.initbench.result.Endings;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.Interval;
import org.initbench.stats.RunStatistics;
import org.initbench.stats.Spread;
import org.jspecify.annotations.Nullable;

/** Puts the repetitions of each initializer together for the page. */
final class Groups {

    private final RunResults run;
    private final RunStatistics statistics;
    private final PageBudget budget;

    Groups(RunResults run, RunStatistics statistics, PageBudget budget) {
        this.run = run;
        this.statistics = statistics;
        this.budget = budget;
    }

    List<Group> all() {
        Map<TrialKey, List<TrialResult>> groups = run.trials().stream()
                .collect(Collectors.groupingBy(
                        trial -> new TrialKey(
                                "",
                                trial.key().variant(),
                                trial.key().init(),
                                trial.key().learningRate(),
                                0),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Group> all = new ArrayList<>();
        groups.forEach((key, trials) -> all.add(group(key, trials)));
        return all;
    }

    private Group group(TrialKey key, List<TrialResult> trials) {
        return new Group(
                run.variants().indexOf(key.variant()),
                run.learningRates().indexOf(key.learningRate()),
                run.initializers().indexOf(key.init()),
                isOwnRate(key),
                Endings.of(trials).inWords(),
                byMetric(metric -> CurveData.of(trials, metric, budget.curvePoints())),
                run.isCheck() ? null : reached(key, trials),
                predicted(trials.get(0)),
                LayerData.of(trials, run.layers().of(trials.get(0).key()), budget));
    }

    private boolean isOwnRate(TrialKey key) {
        return statistics.rates().isEmpty()
                || statistics.rates().stream()
                        .anyMatch(row -> row.isBest()
                                && row.variant().equals(key.variant())
                                && row.init().equals(key.init())
                                && row.learningRate() == key.learningRate());
    }

    private List<List<Double>> predicted(TrialResult trial) {
        return trial.predicted().stream()
                .limit(budget.curvePoints())
                .map(value -> List.of(value.value(), value.predicted()))
                .toList();
    }

    private static <T> Map<String, T> byMetric(Function<Metric, @Nullable T> value) {
        Map<String, T> named = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            T of = value.apply(metric);
            if (of != null) {
                named.put(metric.column(), of);
            }
        }
        return named;
    }

    private @Nullable Final reached(TrialKey key, List<TrialResult> trials) {
        List<Double> values = trials.stream()
                .filter(trial -> trial.outcome() instanceof Outcome.Completed)
                .map((TrialResult trial) -> run.metric().of(trial.train(), trial.test()))
                .filter(Objects::nonNull)
                .toList();
        Spread spread = spread(key);
        Double mean = spread.mean();
        Interval interval = spread.interval();
        return mean == null
                ? null
                : new Final(
                        values,
                        mean,
                        interval == null ? null : interval.low(),
                        interval == null ? null : interval.high());
    }

    private Spread spread(TrialKey key) {
        return statistics.summary().stream()
                .filter(row -> row.variant().equals(key.variant())
                        && row.init().equals(key.init())
                        && row.learningRate() == key.learningRate())
                .findFirst()
                .map(row -> row.of(run.metric()))
                .orElseThrow();
    }
}
