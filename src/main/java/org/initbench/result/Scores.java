package org.initbench.result;

import org.jspecify.annotations.Nullable;

/**
 * Loss and accuracy on one set of examples; null where not measured or not applicable.
 *
 * @param loss mean data loss per example, without regularisation
 * @param accuracy fraction of examples classified correctly
 */
public record Scores(@Nullable Double loss, @Nullable Double accuracy) {

    /** Nothing was measured. */
    public static final Scores NONE = new Scores(null, null);
}
