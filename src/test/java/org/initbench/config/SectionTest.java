package org.initbench.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prevents a field from being read as another type, out of its range, or not at all without a word. */
class SectionTest {

    private final Problems problems = new Problems();

    @Test
    void valuesAreReadAsWritten() throws IOException {
        Section section =
                section("{t: text, f: true, i: 3, l: 5000000000, n: 0.25, e: 1e-3, is: [1, 2], ns: [1, 0.5]}");
        assertThat(section.text("t", "")).isEqualTo("text");
        assertThat(section.flag("f", false)).isTrue();
        assertThat(section.integer("i", 0, 0)).isEqualTo(3);
        assertThat(section.integer("l", 0L, 0, Long.MAX_VALUE)).isEqualTo(5_000_000_000L);
        assertThat(section.number("n", 0, Range.ANY)).isEqualTo(0.25);
        assertThat(section.number("e", 0, Range.ANY)).isEqualTo(0.001);
        assertThat(section.integers("is", List.of(), 1)).containsExactly(1, 2);
        assertThat(section.numbers("ns", List.of(), Range.POSITIVE)).containsExactly(1.0, 0.5);
        section.finish();
        assertThat(problems.sentences()).isEmpty();
    }

    @Test
    void whatIsMissingTakesItsDefaultAndIsResolvedInTheOrderOfReading() throws IOException {
        Section section = section("{depth: 3}");
        assertThat(section.number("rate", 0.5, Range.POSITIVE)).isEqualTo(0.5);
        assertThat(section.integer("depth", 1, 1)).isEqualTo(3);
        assertThat(section.section("inner").integers("hidden", List.of(2), 1)).containsExactly(2);
        assertThat(section.choice("mode", "fast", List.of("fast", "slow"))).isEqualTo("fast");
        assertThat(section.resolved())
                .hasToString("{\"rate\":0.5,\"depth\":3,\"inner\":{\"hidden\":[2]},\"mode\":\"fast\"}");
    }

    @Test
    void aWrongValueIsReportedWithItsPathAndReadingGoesOn() throws IOException {
        Section section = section("{inner: {width: wide, rates: [1, x], sizes: [1.5]}, flag: 'true', text: [a]}");
        Section inner = section.section("inner");
        assertThat(inner.integer("width", 7, 1)).isEqualTo(7);
        inner.numbers("rates", List.of(), Range.ANY);
        inner.integers("sizes", List.of(), 1);
        section.flag("flag", false);
        section.text("text", "");
        assertThat(problems.sentences())
                .containsExactly(
                        "inner.width: wide is not allowed; give a whole number of at least 1",
                        "inner.rates: [1,\"x\"] is not allowed; give a list, each a number",
                        "inner.sizes: [1.5] is not allowed; give a list, each a whole number of at least 1",
                        "flag: true is not allowed; give true or false",
                        "text: [\"a\"] is not allowed; give a text");
    }

    @Test
    void theEndsOfARangeAreAsItsDescriptionSays() throws IOException {
        Section section = section("{zero: 0, one: 1, infinite: Infinity, huge: 3000000000}");
        section.number("zero", 1, Range.NON_NEGATIVE);
        section.number("one", 1, Range.POSITIVE);
        assertThat(problems.sentences()).isEmpty();
        section.number("zero", 1, Range.POSITIVE);
        section.number("one", 0, Range.BELOW_ONE);
        section.number("infinite", 0, Range.ANY);
        assertThat(section.integer("huge", 1, 0)).isEqualTo(1);
        assertThat(problems.sentences()).hasSize(4);
    }

    @Test
    void keysNobodyAskedForAreUnknown() throws IOException {
        Section section = section("{depht: 3, wdith: 2}");
        section.integer("depth", 1, 1);
        assertThat(section.has("width")).isFalse();
        section.finish();
        assertThat(problems.sentences())
                .containsExactly("depht: unknown key; did you mean depth?", "wdith: unknown key; did you mean width?");
    }

    private Section section(String yaml) throws IOException {
        ObjectNode values =
                YamlFiles.mapping("section", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        return new Section("", values, problems);
    }
}
