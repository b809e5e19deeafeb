package org.initbench.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.config.Study;
import org.initbench.result.TrialOrder;

/**
 * All trials of a study, in the order of its tables.
 *
 * @param name of the study
 * @param study its first variant, for what all variants share
 * @param resolved the whole study as read, defaults included
 * @param trials by variant, initializer, learning rate, repetition
 * @param properties of a command that asks for it, as {@code -Dscenario=mnist}
 * @param warnings what the user should know before the trials run
 */
public record Plan(
        String name,
        Study study,
        ObjectNode resolved,
        List<Trial> trials,
        List<String> properties,
        List<String> warnings) {

    /** The first trial of each variant. */
    public Collection<Trial> oneOfEachVariant() {
        Map<String, Trial> first = new LinkedHashMap<>();
        trials.forEach(trial -> first.putIfAbsent(trial.key().variant(), trial));
        return first.values();
    }

    /** In which order its tables have the trials. */
    public TrialOrder order() {
        return TrialOrder.of(trials.stream().map(Trial::key).toList());
    }
}
