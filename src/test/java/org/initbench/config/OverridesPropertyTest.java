package org.initbench.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Prevents a value that is set from landing elsewhere, or from taking with it what was not set. */
class OverridesPropertyTest {

    private final Problems problems = new Problems();

    @Property(tries = 300, seed = "3")
    void whatIsWrittenAsAListReadsBackAsItIs(@ForAll("assignments") Map<String, String> values) {
        String written = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(", "));
        assertThat(Overrides.parse(written, problems)).isEqualTo(values);
        assertThat(problems.sentences()).isEmpty();
    }

    @Property(tries = 300, seed = "4")
    void whatIsSetIsThereAndEverythingElseStays(
            @ForAll("assignments") Map<String, String> before, @ForAll("assignments") Map<String, String> values) {
        ObjectNode study = JsonNodeFactory.instance.objectNode();
        Overrides.apply(study, before, problems);
        Map<String, String> expected = new LinkedHashMap<>(before);
        expected.putAll(values);
        Overrides.apply(study, values, problems);
        expected.forEach((path, value) -> assertThat(at(study, path)).as(path).isEqualTo(yaml(value)));
        assertThat(leaves(study)).isEqualTo(expected.size());
        assertThat(problems.sentences()).isEmpty();
    }

    @Property(tries = 300, seed = "5")
    void applyingTheSameAgainChangesNothing(@ForAll("assignments") Map<String, String> values) {
        ObjectNode study = JsonNodeFactory.instance.objectNode();
        Overrides.apply(study, values, problems);
        ObjectNode once = study.deepCopy();
        Overrides.apply(study, values, problems);
        assertThat(study).isEqualTo(once);
    }

    /** Fields of two sections, so that some are given in both of two maps. */
    @Provide
    Arbitrary<Map<String, String>> assignments() {
        Arbitrary<String> keys =
                Arbitraries.strings().withChars("abcd").ofMinLength(1).ofMaxLength(2);
        Arbitrary<String> paths = keys.flatMap(key -> Arbitraries.of("network." + key, "data.deep." + key));
        Arbitrary<String> values = Arbitraries.of(
                "1",
                "-2.5",
                "1e-3",
                "true",
                "relu",
                "[1, 2]",
                "[[3], [4, 5]]",
                "{name: adam, beta1: 0.5}",
                "\"a b\"",
                "[]");
        return Arbitraries.maps(paths, values).ofMaxSize(5);
    }

    private static JsonNode at(ObjectNode study, String path) {
        return study.at("/" + path.replace('.', '/'));
    }

    private static JsonNode yaml(String value) {
        return YamlFiles.value(value).orElseThrow();
    }

    private static int leaves(ObjectNode study) {
        return study.path("network").size() + study.at("/data/deep").size();
    }
}
