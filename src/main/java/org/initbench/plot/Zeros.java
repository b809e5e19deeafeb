package org.initbench.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Says what a logarithmic axis has no place for. */
final class Zeros {

    private Zeros() {}

    /** Which of these places hold exactly 0, or no number at all. */
    static Optional<String> note(String who, double[] values, List<String> labels) {
        List<String> parts = new ArrayList<>();
        add(parts, "0", values, labels, 0);
        add(parts, "not a number", values, labels, Double.NaN);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of((who.isEmpty() ? "" : who + ": ") + String.join("; ", parts));
    }

    private static void add(List<String> parts, String what, double[] values, List<String> labels, double sought) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (Double.compare(Math.abs(values[i]), sought) == 0) {
                found.add(labels.get(i));
            }
        }
        if (found.size() == values.length && Arrays.stream(values).findAny().isPresent()) {
            parts.add(what + " everywhere");
        } else if (!found.isEmpty()) {
            parts.add(what + (found.size() == 1 ? " in layer " : " in layers ") + String.join(", ", found));
        }
    }
}
