package org.initbench.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a misspelt name was probably meant to be. */
public final class Suggestion {

    private Suggestion() {}

    /** The known name that is one or two letters off, ignoring case; of several, the closest. */
    public static Optional<String> closest(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> isClose(name, candidate))
                .min(Comparator.comparingInt(candidate -> lettersOff(name, candidate)));
    }

    /** {@code ; did you mean x?}, or what is known where nothing is close. */
    public static String forUnknown(String name, Collection<String> known) {
        return closest(name, known)
                .map(match -> "; did you mean " + match + "?")
                .orElseGet(() -> knownNames(known));
    }

    /** The same where what was meant can be told otherwise; nothing where no name is unknown. */
    public static String forUnknown(String name, Collection<String> known, Optional<String> meant) {
        if (meant.isPresent()) {
            return "; did you mean " + meant.get() + "?";
        }
        return name.isEmpty() ? "" : forUnknown(name, known);
    }

    private static String knownNames(Collection<String> known) {
        return known.isEmpty() ? "" : "; known are " + known.stream().sorted().collect(Collectors.joining(", "));
    }

    /** Two letters off a name of three is another word, unless they are swapped. */
    private static boolean isClose(String name, String candidate) {
        int off = lettersOff(name, candidate);
        boolean longEnough = candidate.length() > 3 || sorted(name).equals(sorted(candidate));
        return candidate.length() > 1 && (off <= 1 || (off == 2 && longEnough));
    }

    private static int lettersOff(String name, String candidate) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    }

    private static String sorted(String word) {
        char[] letters = word.toLowerCase(Locale.ROOT).toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }
}
