package org.initbench.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.initbench.init.Initialization;
import org.initbench.network.Network;

/** What initializers can do with the networks of a plan, as far as that is known before the first trial. */
public final class Suitability {

    private Suitability() {}

    /**
     * A sentence for each initializer that will be skipped, and for each layer whose weights none of them fills, with the variants
     * that it is true of where it is not of all.
     */
    public static List<String> sentences(Plan plan) {
        Map<String, Optional<Network>> networks = new HashMap<>();
        Map<String, Set<String>> variantsBySentence = new LinkedHashMap<>();
        Set<List<Object>> asked = new HashSet<>();
        for (Trial trial : plan.trials()) {
            String variant = trial.key().variant();
            if (asked.add(List.of(variant, trial.placement()))) {
                networks.computeIfAbsent(variant, key -> network(trial)).stream()
                        .flatMap(network -> sentences(network, trial).stream())
                        .forEach(sentence -> variantsBySentence
                                .computeIfAbsent(sentence, key -> new LinkedHashSet<>())
                                .add(variant));
            }
        }
        List<String> sentences = new ArrayList<>();
        variantsBySentence.forEach((sentence, variants) -> sentences.add(
                variants.size() == networks.size() ? sentence : String.join("; ", variants) + ": " + sentence));
        return sentences;
    }

    private static List<String> sentences(Network network, Trial trial) {
        List<String> sentences = new ArrayList<>(network.unserved());
        Initialization.problem(network, trial.placement())
                .map(problem -> trial.key().init() + " will be skipped: " + problem)
                .ifPresent(sentences::add);
        return sentences;
    }

    /** What cannot be built is the trial's affair. */
    private static Optional<Network> network(Trial trial) {
        try {
            return Optional.of(NetworkLook.network(trial));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError failure) {
            return Optional.empty();
        }
    }
}
