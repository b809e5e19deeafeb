package org.initbench.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A printed figure.
 *
 * @param cell what it is of
 * @param ratioTo what {@code cell} is divided by; null where it is not
 * @param claim what is said of it
 */
public record Figure(Cell cell, @Nullable Cell ratioTo, Claim claim) {

    /** What a document says of a figure. */
    enum Bound {
        NONE,
        AT_LEAST,
        AT_MOST;

        /** As the {@code bound} column shows it; empty for a value. */
        String column() {
            return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A value, or a bound.
     *
     * @param value as printed
     * @param bound whether it bounds the figure
     * @param lastDigit half of the last digit that is printed
     * @param tolerance largest difference that counts as agreement; null where the last digit decides
     * @param draws random draws whose mean the value is, so that chance alone may part it from other draws; 0 where it is none
     * @param isJudged false where no agreement can be promised
     */
    record Claim(
            double value, Bound bound, double lastDigit, @Nullable Double tolerance, int draws, boolean isJudged) {}
}
