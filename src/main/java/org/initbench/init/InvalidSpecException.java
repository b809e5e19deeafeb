package org.initbench.init;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A spec does not name an initializer with valid arguments; the message says what is wrong in one sentence. */
public final class InvalidSpecException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String unknown;
    private final List<String> known;
    private final @Nullable String meant;

    InvalidSpecException(String sentence) {
        this(sentence, "", List.of());
    }

    InvalidSpecException(String sentence, String unknown, Collection<String> known) {
        this(sentence, unknown, known, null);
    }

    /** One with the spec that was meant, where that can be told. */
    InvalidSpecException(String sentence, String unknown, Collection<String> known, @Nullable String meant) {
        super(sentence);
        this.meant = meant;
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

    /** The spec that was meant, where the unknown name tells; it goes before any known name that is near by its letters. */
    public Optional<String> meant() {
        return Optional.ofNullable(meant);
    }
}
