package org.initbench.config;

import java.util.List;

/** What the user gave cannot be used. The message lists every problem, one sentence each. */
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** One sentence per problem: the key, the value, what is allowed. */
    public InvalidInputException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** A single problem. */
    public InvalidInputException(String problem) {
        this(List.of(problem));
    }

    /** The problems in the order in which they were found. */
    public List<String> problems() {
        return problems;
    }
}
