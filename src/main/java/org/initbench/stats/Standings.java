package org.initbench.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** The standing of every initializer within its variant and learning rate, by one metric. */
public final class Standings {

    private static final int FEWEST_DIVERGED = 3;

    /** Those that meet each other. */
    private record Field(String variant, double learningRate) {}

    private final Map<Field, Map<String, Standing>> fields = new HashMap<>();

    private Standings() {}

    /** Those of a run. */
    public static Standings of(List<TrialResult> trials, Metric metric) {
        return of(trials, metric, Comparisons.by(metric, trials));
    }

    /**
     * Those of a run.
     *
     * @param comparisons of all pairs by the metric, corrected
     */
    static Standings of(List<TrialResult> trials, Metric metric, List<ComparisonRow> comparisons) {
        Map<Field, Map<String, List<TrialResult>>> byField = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            Field field = new Field(trial.key().variant(), trial.key().learningRate());
            byField.computeIfAbsent(field, key -> new LinkedHashMap<>())
                    .computeIfAbsent(trial.key().init(), key -> new ArrayList<>())
                    .add(trial);
        }
        Map<Field, List<ComparisonRow>> pairs = new HashMap<>();
        for (ComparisonRow row : comparisons) {
            pairs.computeIfAbsent(new Field(row.variant(), row.learningRate()), key -> new ArrayList<>())
                    .add(row);
        }
        Standings standings = new Standings();
        byField.forEach((field, initializers) ->
                standings.fields.put(field, standings(initializers, metric, pairs.getOrDefault(field, List.of()))));
        return standings;
    }

    /**
     * Those of races: an initializer's standing is what its last round left it with. Trials of races have a learning rate of 0.
     *
     * @param rows of races that are over, or go on no more
     */
    static Standings of(List<RaceRow> rows) {
        Standings standings = new Standings();
        for (RaceRow row : rows) {
            Arrays.stream(Standing.values())
                    .filter(standing -> standing.column().equals(row.state()))
                    .findFirst()
                    .ifPresent(standing -> standings
                            .fields
                            .computeIfAbsent(new Field(row.variant(), 0), key -> new LinkedHashMap<>())
                            .put(row.init(), standing));
        }
        return standings;
    }

    /** Null for an initializer of which no trial can be ranked. */
    public @Nullable Standing of(String variant, double learningRate, String init) {
        return fields.getOrDefault(new Field(variant, learningRate), Map.of()).get(init);
    }

    private static Map<String, Standing> standings(
            Map<String, List<TrialResult>> initializers, Metric metric, List<ComparisonRow> pairs) {
        Set<String> behind = new HashSet<>();
        Set<String> tested = new HashSet<>();
        for (ComparisonRow pair : pairs) {
            if (pair.test() != null) {
                tested.addAll(List.of(pair.init(), pair.other()));
            }
            if (pair.isAhead(pair.init())) {
                behind.add(pair.other());
            } else if (pair.isAhead(pair.other())) {
                behind.add(pair.init());
            }
        }
        boolean anyCompleted = initializers.values().stream().anyMatch(Standings::hasCompleted);
        Map<String, Standing> standings = new LinkedHashMap<>();
        initializers.forEach((init, trials) -> {
            if (trials.stream().anyMatch(trial -> Costs.of(trial, metric) != null)) {
                standings.put(init, standing(init, trials, anyCompleted, behind, tested));
            }
        });
        promoteIfAlone(standings);
        return standings;
    }

    private static Standing standing(
            String init, List<TrialResult> trials, boolean anyCompleted, Set<String> behind, Set<String> tested) {
        if (anyCompleted && !hasCompleted(trials) && diverged(trials) >= FEWEST_DIVERGED) {
            return Standing.DIVERGED;
        }
        if (behind.contains(init)) {
            return Standing.BEHIND;
        }
        return tested.contains(init) ? Standing.TIED : Standing.UNDECIDED;
    }

    private static void promoteIfAlone(Map<String, Standing> standings) {
        List<String> rest = standings.entrySet().stream()
                .filter(each -> each.getValue() == Standing.TIED || each.getValue() == Standing.UNDECIDED)
                .map(Map.Entry::getKey)
                .toList();
        if (rest.size() == 1) {
            standings.replace(rest.get(0), Standing.TIED, Standing.BEST);
        }
    }

    private static boolean hasCompleted(List<TrialResult> trials) {
        return trials.stream().anyMatch(trial -> trial.outcome() instanceof Outcome.Completed);
    }

    private static long diverged(List<TrialResult> trials) {
        return trials.stream()
                .filter(trial -> trial.outcome() instanceof Outcome.Diverged)
                .count();
    }
}
