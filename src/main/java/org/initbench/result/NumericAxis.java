package org.initbench.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The first axis of a grid that runs over numbers, of which it has at least two.
 *
 * @param path of the field, {@code network.depth}
 * @param variants of the run
 * @param numbers where each variant stands on the axis
 * @param others where it stands on all other axes, {@code network.activation=relu}; empty where there is no other
 */
public record NumericAxis(String path, List<String> variants, List<Double> numbers, List<String> others) {

    /** Keeps its own lists. */
    public NumericAxis {
        variants = List.copyOf(variants);
        numbers = List.copyOf(numbers);
        others = List.copyOf(others);
    }

    /** The axis; none without a grid over numbers, or where fewer than two of them were run. */
    public static Optional<NumericAxis> of(RunResults run) {
        GridAxes axes = GridAxes.of(run.resolved());
        JsonNode grid = run.resolved().path("grid");
        return axes.paths().stream()
                .filter(path -> StreamSupport.stream(grid.path(path).spliterator(), false)
                        .allMatch(JsonNode::isNumber))
                .findFirst()
                .flatMap(path -> along(path, axes, run.variants()));
    }

    private static Optional<NumericAxis> along(String path, GridAxes axes, List<String> variants) {
        List<Double> numbers = new ArrayList<>();
        for (String variant : variants) {
            try {
                numbers.add(Double.valueOf(axes.value(variant, path)));
            } catch (NumberFormatException ofAnotherGrid) {
                return Optional.empty();
            }
        }
        List<String> others =
                variants.stream().map(variant -> others(variant, path, axes)).toList();
        return numbers.stream().distinct().count() < 2
                ? Optional.empty()
                : Optional.of(new NumericAxis(path, variants, numbers, others));
    }

    private static String others(String variant, String path, GridAxes axes) {
        return axes.paths().stream()
                .filter(other -> !other.equals(path))
                .map(other -> other + "=" + axes.value(variant, other))
                .collect(Collectors.joining(";"));
    }

    /** Where a variant stands. */
    public double number(String variant) {
        return numbers.get(variants.indexOf(variant));
    }

    /** Where a variant stands on all other axes. */
    public String other(String variant) {
        return others.get(variants.indexOf(variant));
    }
}
