package org.initbench.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong with the input, so that all of it is reported at once, and what is not wrong but should be known. A
 * sentence said twice is kept once.
 */
public final class Problems {

    private final Set<String> sentences = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /** Adds one sentence. */
    public void add(String sentence) {
        sentences.add(sentence);
    }

    /** Adds what the user should know, in one sentence; it ends nothing. */
    public void warn(String sentence) {
        warnings.add(sentence);
    }

    /** The warnings so far. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Adds what another reader found. */
    public void addAll(List<String> found) {
        sentences.addAll(found);
    }

    /** The sentences so far. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    /**
     * Ends the reading if anything was wrong.
     *
     * @throws InvalidInputException with every problem
     */
    public void throwIfAny() {
        if (!sentences.isEmpty()) {
            throw new InvalidInputException(sentences());
        }
    }
}
