package org.initbench.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.initbench.config.Problems;
import org.initbench.config.Suggestion;

/**
 * A family of DL4J's layers, and how its shapes are written.
 *
 * @param form of a shape, as {@code conv:HxW:IN:OUT[:STRIDE]}; a size in brackets is 1 where it is left out
 * @param audited the shape that stands for the family, with fans that differ enough to be told apart
 * @param definition by the sizes, in the order of the form
 */
record LayerFamily(String form, String audited, Function<List<Integer>, LayerDefinition> definition) {

    /** All families, an audited shape each. */
    static final List<LayerFamily> ALL = Stream.of(
                    FlatFamilies.ALL,
                    KernelFamilies.ALL,
                    RecurrentFamilies.ALL,
                    AttentionFamilies.ALL,
                    PlaceFamilies.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,5}");

    /** No layer with such a product of its sizes could be built. */
    private static final double BEYOND_ALL = 1e10;

    private static final Pattern SEPARATORS = Pattern.compile("[:x]");

    /** {@code conv}. */
    String name() {
        return form.substring(0, form.indexOf(':'));
    }

    /** The shape that stands for the family. */
    LayerCase standard() {
        return read(audited, new Problems()).get(0);
    }

    /**
     * The layer of a shape.
     *
     * @param shape as {@code conv:3x3:32:64:2}
     * @param problems gets a sentence where it cannot be read
     * @return nothing where it cannot be read
     */
    static List<LayerCase> parse(String shape, Problems problems) {
        String name = shape.split(":", 2)[0];
        List<LayerFamily> families =
                ALL.stream().filter(family -> family.name().equals(name)).toList();
        if (families.isEmpty()) {
            List<String> names = ALL.stream().map(LayerFamily::name).toList();
            problems.add("shape: " + shape + " names no layer" + Suggestion.forUnknown(name, names));
            return List.of();
        }
        return families.get(0).read(shape, problems);
    }

    private List<LayerCase> read(String shape, Problems problems) {
        String sizes = shape.substring(Math.min(shape.length(), name().length() + 1));
        List<String> written = Arrays.asList(SEPARATORS.split(sizes, -1));
        boolean isOfForm = isOf(full(), shape) || isOf(shortened(), shape);
        if (!isOfForm || !written.stream().allMatch(size -> SIZE.matcher(size).matches())) {
            problems.add("shape: " + shape + " is not allowed; write " + form
                    + " with whole numbers from 1 to 999999, as " + audited);
            return List.of();
        }
        Stream<String> missing = isOf(full(), shape) ? Stream.empty() : Stream.of("1");
        List<Integer> numbers =
                Stream.concat(written.stream(), missing).map(Integer::valueOf).toList();
        if (numbers.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b) > BEYOND_ALL) {
            problems.add("shape: " + shape + " " + LayerCase.TOO_MANY);
            return List.of();
        }
        return LayerCase.of(name(), shape, definition.apply(numbers), problems);
    }

    private String full() {
        return form.replaceAll("[\\[\\]]", "");
    }

    private String shortened() {
        return form.replaceAll("\\[.*]", "");
    }

    /** Whether the separators are those of the form, in its order. */
    private static boolean isOf(String form, String shape) {
        return separators(form).equals(separators(shape));
    }

    private static String separators(String text) {
        return text.substring(text.indexOf(':') < 0 ? text.length() : text.indexOf(':'))
                .replaceAll("[^:x]", "");
    }
}
