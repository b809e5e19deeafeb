package org.initbench.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents suggestions that are far off, and system properties of others from being taken for misspelt options. */
class SuggestionTest {

    private static final List<String> KNOWN = List.of("set", "seed", "run", "out", "scenario", "workers", "a");

    @ParameterizedTest
    @CsvSource({"scenaro,scenario", "SCENARIO,scenario", "scneario,scenario", "worker,workers", "ste,set", "sseed,seed"
    })
    void oneOrTwoLettersOffIsAMisspelling(String name, String meant) {
        assertThat(Suggestion.closest(name, KNOWN)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"scenes", "test", "rub1", "b", "nothing", "''"})
    void anotherWordIsNone(String name) {
        assertThat(Suggestion.closest(name, KNOWN)).isEmpty();
    }

    @Test
    void ofSeveralTheClosestIsSuggested() {
        assertThat(Suggestion.closest("learningRate", List.of("learningRates", "learningRate")))
                .hasValue("learningRate");
        assertThat(Suggestion.closest("he_normall", List.of("le_normal", "he_normal")))
                .hasValue("he_normal");
    }

    @Test
    void whereNothingIsCloseAllNamesAreShownInOrder() {
        assertThat(Suggestion.forUnknown("x-y-z", List.of("seed", "out"))).isEqualTo("; known are out, seed");
        assertThat(Suggestion.forUnknown("x-y-z", List.of())).isEmpty();
    }
}
