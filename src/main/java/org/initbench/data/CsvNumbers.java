package org.initbench.data;

import com.fasterxml.jackson.core.io.NumberInput;

/**
 * Reads numbers: digits with a decimal mark and an exponent, as in {@code -1.5e-3}. Nothing else is one, so that {@code 12d},
 * {@code 0x1p3} and {@code NaN} are texts.
 */
final class CsvNumbers {

    private final boolean takesComma;
    private boolean hasComma;
    private boolean hasPoint;
    private char[] scratch = new char[32];

    /** For a file in which a comma may be the decimal mark, or may not. */
    CsvNumbers(boolean takesComma) {
        this.takesComma = takesComma;
    }

    /** The number that these characters are; NaN where they are none, or one that is too large. */
    double parse(char[] characters, int from, int length) {
        int end = from + length;
        int mark = mark(characters, from, end);
        if (mark < 0) {
            return Double.NaN;
        }
        double number;
        if (mark < end && characters[mark] == ',') {
            if (!takesComma) {
                return Double.NaN;
            }
            hasComma = true;
            number = withPoint(characters, from, length, mark - from);
        } else {
            hasPoint |= mark < end;
            number = NumberInput.parseDouble(characters, from, length, true);
        }
        return Double.isFinite(number) ? number : Double.NaN;
    }

    private double withPoint(char[] characters, int from, int length, int mark) {
        if (scratch.length < length) {
            scratch = new char[length];
        }
        System.arraycopy(characters, from, scratch, 0, length);
        scratch[mark] = '.';
        return NumberInput.parseDouble(scratch, 0, length, true);
    }

    /** Where the decimal mark of a number stands; its end where it has none, and below 0 where it is no number. */
    private static int mark(char[] characters, int from, int end) {
        int at = from;
        if (at < end && (characters[at] == '-' || characters[at] == '+')) {
            at++;
        }
        int first = at;
        at = digits(characters, at, end);
        int digits = at - first;
        int mark = end;
        if (at < end && (characters[at] == '.' || characters[at] == ',')) {
            mark = at;
            at = digits(characters, mark + 1, end);
            digits += at - mark - 1;
        }
        if (at < end && digits > 0 && (characters[at] == 'e' || characters[at] == 'E')) {
            at++;
            if (at < end && (characters[at] == '-' || characters[at] == '+')) {
                at++;
            }
            int exponent = at;
            at = digits(characters, at, end);
            digits = at == exponent ? 0 : digits;
        }
        return at == end && digits > 0 ? mark : -1;
    }

    private static int digits(char[] characters, int from, int end) {
        int at = from;
        while (at < end && characters[at] >= '0' && characters[at] <= '9') {
            at++;
        }
        return at;
    }

    /** Whether a number had a decimal comma. */
    boolean hasComma() {
        return hasComma;
    }

    /** Whether a number had a decimal point. */
    boolean hasPoint() {
        return hasPoint;
    }

    /** Whether a text is a number, with either mark. */
    static boolean isNumber(String text) {
        return mark(text.toCharArray(), 0, text.length()) >= 0;
    }

    /** How a number is written as the name of a class: a whole one without a mark. */
    static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }
}
