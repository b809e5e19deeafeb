package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents an initializer from entering the catalog without a test of what it draws. */
class CatalogTest {

    /** Tested number by number, or made from others: {@link StructuredWeightsTest} and others. */
    private static final Set<String> STRUCTURED =
            Set.of("zeros", "ones", "constant", "identity", "zero_hadamard", "looks_linear", "fixup", "zero_residual");

    /** {@link TransformerWeightsTest}. */
    private static final Set<String> OF_TRANSFORMERS = Set.of("t_fixup", "deepnet");

    /** {@link LsuvTest}; how it starts is a promise. */
    private static final Set<String> OF_DATA = Set.of("lsuv");

    /** {@link Dl4jConstantTest}. */
    private static final Set<String> OF_DL4J = Set.of("dl4j");

    /** {@link FrameworkDefaultsTest}; they say of biases too. */
    private static final Set<String> OF_FRAMEWORKS = Set.of("pytorch_default", "keras_default");

    @Test
    void everyEntryIsTestedAgainstAPromiseOrNumberByNumber() {
        Set<String> promised =
                Promise.all().stream().map(promise -> name(promise.spec())).collect(Collectors.toSet());
        Set<String> tested = Stream.of(promised, STRUCTURED, OF_DATA, OF_DL4J, OF_FRAMEWORKS, OF_TRANSFORMERS)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        assertThat(Catalog.types().stream().map(InitializerType::name)).containsExactlyInAnyOrderElementsOf(tested);
        assertThat(STRUCTURED).doesNotContainAnyElementsOf(promised);
    }

    @Test
    void noEntryNamesAVarianceThatIsNotMeasured() {
        for (String name : Stream.of(STRUCTURED, OF_DL4J).flatMap(Set::stream).toList()) {
            Initializer initializer = example(name);
            for (Slot slot : TestSlots.all()) {
                initializer
                        .variance(slot)
                        .ifPresent(variance -> assertThat(variance).as(name).isZero());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.initbench.init.Catalog#types")
    void biasesAreLeftToTheLayerExceptByFrameworks(InitializerType type) {
        Initializer initializer = Catalog.parse(type.example()).initializer();
        for (Slot slot : TestSlots.all()) {
            assertThat(Seeding.independent(1, 0)
                            .biases(initializer, slot, "b", slot.units())
                            .isPresent())
                    .isEqualTo(OF_FRAMEWORKS.contains(type.name()));
        }
    }

    private static Initializer example(String name) {
        return Catalog.types().stream()
                .filter(type -> type.name().equals(name))
                .map(type -> Catalog.parse(type.example()).initializer())
                .findFirst()
                .orElseThrow();
    }

    /** As the catalog calls it, where a spec may use an alias. */
    private static String name(String spec) {
        return Catalog.parse(spec).spec().replaceFirst("\\(.*", "");
    }
}
