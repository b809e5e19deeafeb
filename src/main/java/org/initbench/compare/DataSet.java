package org.initbench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.initbench.result.Metric;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.RateRow;
import org.initbench.stats.Rates;

/**
 * What initializers are ranked on: a run, or a point of its grid.
 *
 * @param run that it is of
 * @param variant of that run
 * @param settings that it was trained with
 * @param scores by initializer, of all that can be ranked, in the order of the study
 */
record DataSet(ComparedRun run, String variant, Settings settings, Map<String, Score> scores) {

    /** Those of a run, by its variants. */
    static List<DataSet> of(ComparedRun run, Metric metric) {
        List<TrialResult> trials = run.results().trials();
        Map<List<String>, Double> best = Rates.of(trials, metric).stream()
                .filter(RateRow::isBest)
                .collect(Collectors.toMap(row -> List.of(row.variant(), row.init()), RateRow::learningRate));
        Map<String, Map<String, List<TrialResult>>> variants = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            TrialKey key = trial.key();
            Double rate = best.get(List.of(key.variant(), key.init()));
            if (rate == null || rate == key.learningRate()) {
                variants.computeIfAbsent(key.variant(), variant -> new LinkedHashMap<>())
                        .computeIfAbsent(key.init(), init -> new ArrayList<>())
                        .add(trial);
            }
        }
        List<DataSet> dataSets = new ArrayList<>();
        variants.forEach((variant, initializers) -> {
            Map<String, Score> scores = new LinkedHashMap<>();
            initializers.forEach((init, own) -> Score.of(own, metric).ifPresent(score -> scores.put(init, score)));
            dataSets.add(new DataSet(run, variant, Settings.of(run.results().resolved(), variant), scores));
        });
        return dataSets;
    }

    /** Study, run and variant. */
    String name() {
        String ofRun = run.results().study() + "/" + run.name();
        return variant.equals(TrialKey.BASE) ? ofRun : ofRun + " " + variant;
    }

    boolean isOfStudy(DataSet other) {
        return run.results().study().equals(other.run.results().study());
    }

    /** Whether both are trained from the same settings by the same build on the same files. */
    boolean repeats(DataSet other) {
        return isOfStudy(other)
                && settings.differences(other.settings).isEmpty()
                && Objects.equals(run.fingerprint(), other.run.fingerprint());
    }
}
