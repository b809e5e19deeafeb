package org.initbench.result;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * In which order a study has its trials: by variant, initializer, learning rate, repetition.
 *
 * @param variants in the order of the grid
 * @param initializers in the order of the study, as normalized specs
 * @param learningRates in the order of the study
 */
public record TrialOrder(List<String> variants, List<String> initializers, List<Double> learningRates) {

    /** Keeps its own lists. */
    public TrialOrder {
        variants = List.copyOf(variants);
        initializers = List.copyOf(initializers);
        learningRates = List.copyOf(learningRates);
    }

    /** The order that these trials have. */
    public static TrialOrder of(Collection<TrialKey> trials) {
        return new TrialOrder(
                distinct(trials, TrialKey::variant),
                distinct(trials, TrialKey::init),
                distinct(trials, TrialKey::learningRate));
    }

    private static <T> List<T> distinct(Collection<TrialKey> trials, Function<TrialKey, T> part) {
        return trials.stream().map(part).distinct().toList();
    }

    /** Those of the trials that are of the study, in its order. */
    public List<TrialResult> ordered(Collection<TrialResult> trials) {
        Map<String, Integer> byVariant = places(variants);
        Map<String, Integer> byInit = places(initializers);
        Map<Double, Integer> byRate = places(learningRates);
        return trials.stream()
                .filter(trial -> byVariant.containsKey(trial.key().variant())
                        && byInit.containsKey(trial.key().init())
                        && byRate.containsKey(trial.key().learningRate()))
                .sorted(Comparator.comparing(
                                (TrialResult trial) -> byVariant.get(trial.key().variant()))
                        .thenComparing(trial -> byInit.get(trial.key().init()))
                        .thenComparing(trial -> byRate.get(trial.key().learningRate()))
                        .thenComparing(trial -> trial.key().repetition()))
                .toList();
    }

    private static <T> Map<T, Integer> places(List<T> values) {
        Map<T, Integer> places = new HashMap<>();
        values.forEach(value -> places.putIfAbsent(value, places.size()));
        return places;
    }
}
