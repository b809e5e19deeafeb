package org.initbench.init;

import java.util.Collection;
import java.util.List;

/** A spec does not name an initializer with valid arguments; the message says what is wrong in one sentence. */
public final class InvalidSpecException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String unknown;
    private final List<String> known;

    InvalidSpecException(String sentence) {
        this(sentence, "", List.of());
    }

    InvalidSpecException(String sentence, String unknown, Collection<String> known) {
        super(sentence);
        this.unknown = unknown;
        this.known = List.copyOf(known);
    }

    /** The name that is not known; empty where something else is wrong. */
    public String unknown() {
        return unknown;
    }

    /** The names that would have been understood in its place. */
    public List<String> known() {
        return known;
    }
}
