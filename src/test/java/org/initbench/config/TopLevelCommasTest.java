package org.initbench.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents a spec or a list from being torn apart at the commas of its own. */
class TopLevelCommasTest {

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of(" , ,", List.of()),
                Arguments.of("zeros, he_normal", List.of("zeros", "he_normal")),
                Arguments.of("normal(std=1, mean=2),zeros", List.of("normal(std=1, mean=2)", "zeros")),
                Arguments.of("hidden=[100,100],l2=0", List.of("hidden=[100,100]", "l2=0")),
                Arguments.of(
                        "updater={name: adam, beta1: 0.5},b=[[1,2],[3]]",
                        List.of("updater={name: adam, beta1: 0.5}", "b=[[1,2],[3]]")),
                Arguments.of("a),b", List.of("a)", "b")),
                Arguments.of("normal(1,zeros", List.of("normal(1,zeros")));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void commasInsideBracketsDoNotSeparate(String list, List<String> elements) {
        assertThat(TopLevelCommas.split(list)).isEqualTo(elements);
    }
}
