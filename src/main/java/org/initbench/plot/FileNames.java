package org.initbench.plot;

import java.util.Locale;

/** Names of pictures: lower case, and the same in every run of a study. */
final class FileNames {

    private static final int LONGEST = 60;

    private FileNames() {}

    /** {@code kind.png}, or with a grid {@code kind-activation_relu.png}. */
    static String of(String kind, String variant) {
        return (variant.isEmpty() ? kind : kind + "-" + slug(variant)) + ".png";
    }

    /** Letters, digits and points of it; what is too long ends in a hash of the whole. */
    static String slug(String text) {
        String slug = text.toLowerCase(Locale.ROOT)
                .replaceAll("(^|;)(network|data|training)\\.", "$1")
                .replace('=', '_')
                .replaceAll("[^a-z0-9._]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.length() <= LONGEST
                ? slug
                : slug.substring(0, LONGEST - 9) + String.format(Locale.ROOT, "-%08x", text.hashCode());
    }
}
