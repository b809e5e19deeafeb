package org.initbench.report;

import java.math.BigDecimal;
import org.initbench.result.Rounded;
import org.initbench.stats.Interval;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them: few digits, and nothing at all where nothing was measured. */
final class Figures {

    private static final int DIGITS = 4;
    private static final int DIGITS_OF_POWERS = 3;

    private Figures() {}

    /** Four significant digits; empty for null. */
    static String of(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        if (Double.isNaN(value)) {
            return "not a number";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return Rounded.text(value, DIGITS, DIGITS_OF_POWERS);
    }

    /** A number with all of its digits. */
    static String exact(@Nullable Double value) {
        return value == null || Double.isNaN(value) || Double.isInfinite(value) ? of(value) : Double.toString(value);
    }

    /** A learning rate, as short as it is. */
    static String rate(double value) {
        return Rounded.plain(BigDecimal.valueOf(value));
    }

    /** Both ends; empty for null. */
    static String range(@Nullable Interval interval) {
        return interval == null ? "" : of(interval.low()) + " to " + of(interval.high());
    }

    /** A p-value. */
    static String probability(double p) {
        return p < 0.001 ? "< 0.001" : Rounded.text(p, 2, 2);
    }
}
