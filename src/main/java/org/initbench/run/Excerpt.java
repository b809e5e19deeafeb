package org.initbench.run;

/** Text of unknown origin, fit for a message. */
final class Excerpt {

    private static final int LONGEST = 100;

    private Excerpt() {}

    /** Its first characters, on one line, without control characters. */
    static String of(String text) {
        String printable = text.codePoints()
                .limit(LONGEST)
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.codePointCount(0, text.length()) > LONGEST ? printable + "…" : printable;
    }
}
