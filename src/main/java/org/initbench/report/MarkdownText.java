package org.initbench.report;

import java.util.regex.Pattern;

/**
 * Text that reads as it is in Markdown and without it: what GitHub would take for markup is escaped, and nothing else. An
 * underscore inside of a word, as in {@code he_normal}, is none; nor is a bracket without a link behind it.
 */
final class MarkdownText {

    /** Code, emphasis, strikethrough, mathematics, cells. */
    private static final String ALWAYS = "`*~$|";

    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");

    private final String text;
    private final String always;

    private MarkdownText(String text, String always) {
        this.text = text.replaceAll("\\R", " ").strip();
        this.always = always;
    }

    /** A line of its own, in a cell, or in emphasis; line ends are spaces. */
    static String escaped(String text) {
        return new MarkdownText(text, ALWAYS).escaped();
    }

    /** The text of a link, which no bracket may end. */
    static String link(String text) {
        return new MarkdownText(text, ALWAYS + "[]").escaped();
    }

    private String escaped() {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (isMarkup(i)) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
        return escaped.toString();
    }

    private boolean isMarkup(int i) {
        char character = text.charAt(i);
        return always.indexOf(character) >= 0
                || switch (character) {
                    case '\\' -> isEnd(i + 1) || isPunctuation(text.charAt(i + 1));
                    case '_' -> !isInWord(i);
                    case '&' -> ENTITY.matcher(text).region(i, text.length()).lookingAt();
                    case '<' -> !isEnd(i + 1) && !isOneOf(" =", i + 1); // p < 0.05 is no tag
                    case ']' -> isOneOf("([:", i + 1);
                    case '[', '>' -> i == 0;
                    case '#' -> i == 0 || text.substring(i).matches("#+");
                    case '-', '+' -> i == 0 && (isEnd(1) || isOneOf(" -", 1));
                    case '.', ')' -> text.substring(0, i).matches("\\d+") && (isEnd(i + 1) || isOneOf(" ", i + 1));
                    default -> false;
                };
    }

    /** Whether letters or digits stand on both sides of this run of underscores. */
    private boolean isInWord(int i) {
        int before = i;
        while (before >= 0 && text.charAt(before) == '_') {
            before--;
        }
        int after = i;
        while (after < text.length() && text.charAt(after) == '_') {
            after++;
        }
        return before >= 0
                && after < text.length()
                && Character.isLetterOrDigit(text.charAt(before))
                && Character.isLetterOrDigit(text.charAt(after));
    }

    private boolean isEnd(int i) {
        return i == text.length();
    }

    private boolean isOneOf(String characters, int i) {
        return !isEnd(i) && characters.indexOf(text.charAt(i)) >= 0;
    }

    private static boolean isPunctuation(char character) {
        return character > ' ' && character < 0x7f && !Character.isLetterOrDigit(character);
    }
}
