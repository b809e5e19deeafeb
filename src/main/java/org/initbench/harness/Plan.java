package org.initbench.harness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.initbench.config.Study;

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
        List<String> warnings) {}
