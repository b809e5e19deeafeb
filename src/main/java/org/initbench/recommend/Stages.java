package org.initbench.recommend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.initbench.check.CheckRow;
import org.initbench.recommend.Budget.Spent;
import org.initbench.recommend.Recommendation.Variant;
import org.initbench.result.Metric;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.initbench.stats.Race;
import org.initbench.stats.RaceRules;
import org.initbench.stats.RateRow;
import org.initbench.stats.Rates;

/** Goes through the stages. What it asks for depends on nothing but the trials that it has, the rules and the budget. */
public final class Stages {

    /** Each rate is tried so often. */
    private static final int TUNED = 2;

    private final StageTrials trials;
    private final RaceRules rules;
    private final Budget budget;
    private final List<TrialResult> tuning = new ArrayList<>();
    private final Map<String, List<CheckRow>> checks = new LinkedHashMap<>();
    private final Map<String, Race> races = new LinkedHashMap<>();
    private Spent spent;
    private Metric metric = Metric.TEST_ACCURACY;

    private Stages(StageTrials trials, RaceRules rules, Budget budget) {
        this.trials = trials;
        this.rules = rules;
        this.budget = budget;
        this.spent = new Spent(trials.checks(), 0, 0);
    }

    /** Goes through them, to the end of the race or of the budget. */
    public static Recommendation run(StageTrials trials, RaceRules rules, Budget budget)
            throws IOException, InterruptedException {
        return new Stages(trials, rules, budget).run();
    }

    private Recommendation run() throws IOException, InterruptedException {
        trials.checked().forEach(row -> checks.computeIfAbsent(row.variant(), key -> new ArrayList<>())
                .add(row));
        List<CheckRow> in = trials.whyNoRace().isEmpty()
                ? checks.values().stream()
                        .flatMap(List::stream)
                        .filter(row -> !row.isHopeless())
                        .toList()
                : List.of();
        tune(in);
        race(in);
        return soFar();
    }

    /** Rate by rate, so that everyone has had the same ones wherever the budget ends; a race of five rounds has to be left. */
    private void tune(List<CheckRow> in) throws IOException, InterruptedException {
        int ofRace = RaceRules.FIRST_LOOK * in.size();
        for (int repetition = 0; repetition < TUNED; repetition++) {
            for (double rate : trials.rates()) {
                if (in.isEmpty()
                        || trials.rates().size() < 2
                        || !budget.allows(Stage.TUNING, spent, in.size() + ofRace)) {
                    return;
                }
                int each = repetition;
                List<Wanted> wanted = in.stream()
                        .map(row -> new Wanted(row.variant(), row.init(), rate, each))
                        .toList();
                trials.of(Stage.TUNING, wanted).forEach(trial -> tuning.add(trial.withLayers(List.of())));
                spent = spent.plus(Stage.TUNING, wanted.size());
            }
        }
    }

    private void race(List<CheckRow> in) throws IOException, InterruptedException {
        Map<String, Map<String, Double>> entrants = entrants(in);
        List<Wanted> all = entrants.entrySet().stream()
                .filter(field -> field.getValue().size() > 1)
                .flatMap(field -> field.getValue().entrySet().stream()
                        .map(entrant -> new Wanted(field.getKey(), entrant.getKey(), entrant.getValue(), 0)))
                .toList();
        Map<Wanted, TrialResult> ahead = ahead(all);
        if (ahead.isEmpty() && !all.isEmpty() && budget.allows(Stage.RACE, spent, all.size())) {
            run(all, ahead);
        }
        List<TrialResult> any = ahead.isEmpty() ? tuning : List.copyOf(ahead.values());
        metric = RunResults.metric(trials.target(), any);
        entrants.forEach((variant, rates) -> races.put(variant, new Race(variant, rates, metric, rules)));
        while (round(ahead)) {
            trials.raced(soFar());
        }
    }

    /** Nobody leaves before the first look, so that all rounds before it can be run at once. */
    private Map<Wanted, TrialResult> ahead(List<Wanted> all) throws IOException, InterruptedException {
        List<Wanted> first = IntStream.range(0, RaceRules.FIRST_LOOK)
                .boxed()
                .flatMap(round -> all.stream().map(wanted -> wanted.in(round)))
                .toList();
        Map<Wanted, TrialResult> ahead = new HashMap<>();
        if (!first.isEmpty() && budget.allows(Stage.RACE, spent, first.size())) {
            run(first, ahead);
        }
        return ahead;
    }

    private void run(List<Wanted> wanted, Map<Wanted, TrialResult> into) throws IOException, InterruptedException {
        List<TrialResult> results = trials.of(Stage.RACE, wanted);
        for (int i = 0; i < wanted.size(); i++) {
            into.put(wanted.get(i), results.get(i).withLayers(List.of()));
        }
        spent = spent.plus(Stage.RACE, wanted.size());
    }

    /** One round of every race that is not over; false where there is none, or the budget ends. */
    private boolean round(Map<Wanted, TrialResult> ahead) throws IOException, InterruptedException {
        List<Wanted> wanted = races.entrySet().stream()
                .filter(field -> field.getValue().end().isEmpty())
                .flatMap(field -> field.getValue().in().stream()
                        .map(init -> new Wanted(
                                field.getKey(),
                                init,
                                field.getValue().rate(init),
                                field.getValue().round())))
                .toList();
        List<Wanted> missing =
                wanted.stream().filter(each -> !ahead.containsKey(each)).toList();
        if (wanted.isEmpty() || (!missing.isEmpty() && !budget.allows(Stage.RACE, spent, missing.size()))) {
            return false;
        }
        if (!missing.isEmpty()) {
            run(missing, ahead);
        }
        Map<String, Map<String, TrialResult>> results = new LinkedHashMap<>();
        wanted.forEach(each -> results.computeIfAbsent(each.variant(), key -> new LinkedHashMap<>())
                .put(each.init(), Objects.requireNonNull(ahead.remove(each))));
        results.forEach((variant, ofVariant) ->
                Objects.requireNonNull(races.get(variant)).add(ofVariant));
        return true;
    }

    /** Learning rates by initializer, of each variant. */
    private Map<String, Map<String, Double>> entrants(List<CheckRow> in) {
        Map<List<String>, Double> own = new HashMap<>();
        if (!tuning.isEmpty()) {
            Rates.of(tuning, RunResults.metric(trials.target(), tuning)).stream()
                    .filter(RateRow::isBest)
                    .forEach(row -> own.put(List.of(row.variant(), row.init()), row.learningRate()));
        }
        Map<String, Map<String, Double>> entrants = new LinkedHashMap<>();
        checks.keySet().forEach(variant -> entrants.put(variant, new LinkedHashMap<>()));
        in.forEach(row -> Objects.requireNonNull(entrants.get(row.variant()))
                .put(
                        row.init(),
                        own.getOrDefault(
                                List.of(row.variant(), row.init()),
                                trials.rates().get(0))));
        return entrants;
    }

    private Recommendation soFar() {
        List<Variant> variants = races.entrySet().stream()
                .map(field -> variant(field.getKey(), field.getValue()))
                .toList();
        return new Recommendation(
                variants, metric, rules, spent, trials.rates(), List.copyOf(tuning), trials.whyNoRace());
    }

    private Variant variant(String name, Race race) {
        List<CheckRow> rows = checks.getOrDefault(name, List.of());
        return new Variant(
                name,
                rows,
                trials.whyNoRace().isEmpty()
                        ? rows.stream().filter(CheckRow::isHopeless).toList()
                        : List.of(),
                race);
    }
}
