package org.initbench.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as tables for people show them: plain where that is readable, else by a power of ten. */
public final class Rounded {

    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e6;

    private Rounded() {}

    /** So many significant digits, without trailing zeros; NaN and infinities by their names. */
    public static String text(double value, int digits) {
        return Double.isFinite(value) ? text(value, digits, digits) : String.valueOf(value);
    }

    /**
     * A finite number, without trailing zeros.
     *
     * @param digits significant ones
     * @param digitsOfPowers significant ones of a number that is written by a power of ten
     */
    public static String text(double value, int digits, int digitsOfPowers) {
        double size = Math.abs(value);
        if (size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
            return String.format(Locale.ROOT, "%." + (digitsOfPowers - 1) + "e", value);
        }
        return plain(BigDecimal.valueOf(value).round(new MathContext(digits)));
    }

    /** All digits, without trailing zeros and powers of ten. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
