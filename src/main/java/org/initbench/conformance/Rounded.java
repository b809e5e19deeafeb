package org.initbench.conformance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as a table for people shows them. */
final class Rounded {

    private static final MathContext DIGITS = new MathContext(3);

    private Rounded() {}

    /** Three significant digits. */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        boolean readable = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6);
        return readable ? rounded.toPlainString() : String.format(Locale.ROOT, "%.2e", value);
    }
}
