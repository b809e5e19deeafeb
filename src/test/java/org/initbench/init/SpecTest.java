package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents one initializer from having two names in the tables, and a mistyped spec from running as another. */
class SpecTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            zeros                                   | zeros
            zero                                    | zeros
            zeros()                                 | zeros
            ' ones '                                | ones
            constant(0.1)                           | constant(value=0.1)
            constant(-0)                            | constant(value=0)
            random_large                            | normal(std=10)
            normal(0.01)                            | normal(std=0.01)
            normal(1.0)                             | normal(std=1)
            normal(1e-2)                            | normal(std=0.01)
            normal(1e-12)                           | normal(std=1E-12)
            normal(100000)                          | normal(std=100000)
            normal(std=1,mean=0)                    | normal(std=1)
            normal( mean = 2.50 , std = 1 )         | normal(std=1, mean=2.5)
            uniform(0.05)                           | uniform(bound=0.05)
            uniform(high=1,low=-1)                  | uniform(low=-1, high=1)
            truncated_normal(2)                     | truncated_normal(std=2)
            clipped_normal(std=.5)                  | clipped_normal(std=0.5)
            variance_scaling(distribution=uniform,mode=fan_geo_avg,scale=2) | variance_scaling(scale=2, mode=fan_geo_avg, distribution=uniform)
            xavier                                  | glorot_normal
            xavier_normal                           | glorot_normal
            xavier_uniform                          | glorot_uniform
            he                                      | he_normal
            kaiming_normal                          | he_normal
            he(0)                                   | he_normal
            he(-0)                                  | he_normal
            he(slope=0.10)                          | he_normal(slope=0.1)
            kaiming_uniform(0.2)                    | he_uniform(slope=0.2)
            xavier_fan_in                           | lecun_normal
            lecun_uniform                           | lecun_uniform
            """)
    void aSpecHasOneNormalFormWhichParsesToItself(String spec, String normalized) {
        assertThat(Catalog.parse(spec).spec()).isEqualTo(normalized);
        assertThat(Catalog.parse(normalized)).isEqualTo(Catalog.parse(spec));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            he_nomal                  | there is no initializer he_nomal
            He                        | there is no initializer He
            ''                        | ' is not of the form name or name(key=value, …)'
            normal(1                  | normal(1 is not of the form name or name(key=value, …)
            normal(1) zeros           | normal(1) zeros is not of the form name or name(key=value, …)
            normal                    | normal: normal needs std
            normal(mean=1)            | normal(mean=1): normal needs std
            normal(-1)                | normal(-1): std is -1; give a number of at least 0
            normal(Infinity)          | normal(Infinity): std is Infinity; give a number of at least 0
            normal(NaN)               | normal(NaN): std is NaN; give a number of at least 0
            normal(,)                 | normal(,): normal takes std, mean; give several as key=value
            normal(1, 2)              | normal(1, 2): normal takes std, mean; give several as key=value
            normal(std=1, std=2)      | normal(std=1, std=2): std is given twice
            normal(sd=1)              | normal(sd=1): normal has no parameter sd
            truncated_normal(0)       | truncated_normal(0): std is 0; give a number above 0
            zeros(1)                  | zeros(1): zeros takes no parameters
            random_large(2)           | random_large(2): random_large takes no parameters
            uniform                   | uniform: uniform needs either bound, or low and high
            uniform(low=1)            | uniform(low=1): uniform needs either bound, or low and high
            uniform(bound=1, low=0)   | uniform(bound=1, low=0): uniform needs either bound, or low and high
            uniform(low=1, high=1)    | uniform(low=1, high=1): uniform needs low below high
            variance_scaling(scale=1, mode=fan, distribution=uniform) | variance_scaling(scale=1, mode=fan, distribution=uniform): mode is fan; give one of fan_in, fan_out, fan_avg, fan_geo_avg
            """)
    void aWrongSpecIsOneSentence(String spec, String sentence) {
        assertThatThrownBy(() -> Catalog.parse(spec))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage(sentence);
    }

    @Test
    void anUnknownNameComesWithThoseThatWouldDo() {
        assertThatThrownBy(() -> Catalog.parse("normal(sd=1)"))
                .isInstanceOfSatisfying(InvalidSpecException.class, invalid -> {
                    assertThat(invalid.unknown()).isEqualTo("sd");
                    assertThat(invalid.known()).containsExactly("std", "mean");
                });
    }

    @ParameterizedTest
    @MethodSource("org.initbench.init.Catalog#types")
    void theExampleOfEveryEntryIsASpecOfThatEntry(InitializerType type) {
        assertThat(Catalog.parse(type.example()).spec()).startsWith(type.name());
    }

    @Test
    void theLocaleDoesNotShowInASpec() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Catalog.parse("variance_scaling(scale=1.5, mode=fan_in, distribution=uniform)")
                            .spec())
                    .isEqualTo("variance_scaling(scale=1.5, mode=fan_in, distribution=uniform)");
        } finally {
            Locale.setDefault(before);
        }
    }
}
