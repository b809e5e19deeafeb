package org.initbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.init.Catalog;
import org.initbench.init.Initializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against an audit that names the wrong defect. Each initializer here draws as one entry and promises as another. */
class DefectiveInitializerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lecun_normal | he_normal | 0\\.[45].{0,2} times the variance",
                "he_uniform | lecun_uniform | [12].{0,3} times the variance",
                "lecun_uniform | lecun_normal | ''",
                "glorot_normal | lecun_normal | goes by fan_avg.*",
                "variance_scaling(scale=1, mode=fan_out, distribution=normal) | glorot_normal | goes by fan_out.*"
            })
    void aBrokenPromiseIsToldWithWhatIsDifferent(String draws, String promises, String remark) {
        Entry entry = audited(draws, promises);
        assertThat(entry.verdict()).isEqualTo(Verdict.DEVIATES);
        assertThat(entry.remark()).matches(remark);
        assertThat(entry.promised())
                .isEqualTo(audited(promises, promises).promised())
                .isNotEqualTo(audited(draws, draws).promised());
    }

    @Test
    void aKeptPromiseIsNot() {
        Entry entry = audited("he_normal", "he_normal");
        assertThat(entry.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(entry.remark()).isEmpty();
    }

    private static Entry audited(String draws, String promises) {
        Initializer promised = Catalog.parse(promises).initializer();
        Subject subject = new Subject(Catalog.parse(draws), "", shape -> Promise.of(promised, shape.slot()));
        return Conformance.of(List.of(subject), Shape.AUDITED).entries().get(0);
    }
}
