package org.initbench.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds initializers that draw the same values, or a whole multiple of them. */
final class Twins {

    /** DL4J draws in single precision. */
    private static final double SAME = 1e-6;

    private Twins() {}

    /** {@code same values as NORMAL and LECUN_NORMAL}, {@code 3 × UNIFORM}, … */
    static List<String> remarks(Drawn drawn, List<Drawn> others) {
        SortedMap<Long, List<String>> names = new TreeMap<>();
        for (Drawn other : others) {
            if (!other.subject().equals(drawn.subject())) {
                factor(drawn, other).ifPresent(factor -> names.computeIfAbsent(factor, key -> new ArrayList<>())
                        .add(other.subject().shortName()));
            }
        }
        return names.entrySet().stream()
                .map(entry -> (entry.getKey() == 1 ? "same values as " : entry.getKey() + " × ")
                        + String.join(" and ", entry.getValue()))
                .toList();
    }

    /** The whole number by which all weights of all shapes that both serve are multiples; empty where there is none. */
    private static Optional<Long> factor(Drawn drawn, Drawn other) {
        Optional<Long> common = Optional.empty();
        for (Map.Entry<Shape, double[]> weights : drawn.weights().entrySet()) {
            double[] unit = other.weights().get(weights.getKey());
            if (unit == null) {
                continue;
            }
            long factor = Math.round(weights.getValue()[0] / unit[0]);
            if (factor < 1 || common.orElse(factor) != factor || !isMultiple(weights.getValue(), unit, factor)) {
                return Optional.empty();
            }
            common = Optional.of(factor);
        }
        return common;
    }

    private static boolean isMultiple(double[] values, double[] unit, long factor) {
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i] - factor * unit[i]) > SAME * Math.abs(values[i])) {
                return false;
            }
        }
        return true;
    }
}
