package org.initbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initbench.conformance.RealAudit.CONFORMANCE;

import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.init.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against an audit that overlooks what is known of DL4J's initializers, or accuses our own. */
class AuditTest {

    @Test
    void everyInitializerAndConstantIsAudited() {
        assertThat(CONFORMANCE.entries())
                .hasSize(Catalog.types().size() - 1 + WeightInit.values().length - 1)
                .isSortedAccordingTo((a, b) -> a.verdict().compareTo(b.verdict()));
        assertThat(CONFORMANCE.rows()).hasSize(CONFORMANCE.entries().size() * Shape.AUDITED.size());
    }

    /** One deviation on sound initializers would have probability 0.001; this audit has none, and always draws the same. */
    @Test
    void nothingOfTheCatalogDeviates() {
        assertThat(CONFORMANCE.entries())
                .filteredOn(entry -> !entry.initializer().startsWith("dl4j"))
                .allMatch(entry -> entry.verdict().isKept());
    }

    @Test
    void falseAlarmsOfAllRowsAddUpToThatOfTheAudit() {
        double sum = CONFORMANCE.rows().stream()
                .map(ConformanceRow::falseAlarm)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(sum).isCloseTo(Conformance.FAMILY_WISE, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LECUN_UNIFORM",
                "VAR_SCALING_UNIFORM_FAN_IN",
                "VAR_SCALING_UNIFORM_FAN_OUT",
                "VAR_SCALING_UNIFORM_FAN_AVG"
            })
    void someUniformsHaveThreeTimesTheirVariance(String constant) {
        assertThat(RealAudit.dl4j(constant).verdict()).isEqualTo(Verdict.DEVIATES);
        assertThat(RealAudit.dl4j(constant).found()).endsWith("uniform");
        assertThat(denseRatio(constant)).isCloseTo(3, within(0.05));
    }

    /** 0.7737 of N(0, 1) cut at ±2, and zeros in place of half of what was cut: 0.7737 · (1 − 0.0455/2) = 0.756. */
    @ParameterizedTest
    @ValueSource(strings = {"VAR_SCALING_NORMAL_FAN_IN", "VAR_SCALING_NORMAL_FAN_OUT", "VAR_SCALING_NORMAL_FAN_AVG"})
    void scaledNormalsAreTruncatedUncorrectedAndHaveZeros(String constant) {
        assertThat(RealAudit.dl4j(constant).found()).endsWith(", truncated normal and zeros");
        assertThat(denseRatio(constant)).isCloseTo(0.756, within(0.02));
        assertThat(widest(constant).finding()).satisfies(finding -> assertThat(
                        Objects.requireNonNull(finding).found().zeroFraction())
                .isCloseTo(0.0455 / 2, within(0.005)));
    }

    @Test
    void threeNamesDrawTheSame() {
        assertThat(RealAudit.dl4j("NORMAL").remark()).isEqualTo("same values as LECUN_NORMAL and XAVIER_FAN_IN");
        assertThat(RealAudit.dl4j("XAVIER_FAN_IN").remark()).isEqualTo("same values as NORMAL and LECUN_NORMAL");
        assertThat(RealAudit.dl4j("NORMAL").verdict()).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void theSigmoidUniformIsFourTimesXaviers() {
        assertThat(RealAudit.dl4j("SIGMOID_UNIFORM").remark()).contains("4 × XAVIER_UNIFORM");
        assertThat(RealAudit.dl4j("LECUN_UNIFORM").remark()).contains("3 × UNIFORM");
    }

    @Test
    void theLegacyXavierIgnoresTheKernelAndHasHalfTheVariance() {
        assertThat(RealAudit.dl4j("XAVIER_LEGACY").found()).endsWith("/channel avg, normal");
        assertThat(RealAudit.dl4j("XAVIER_LEGACY").remark()).endsWith("ignores the kernel size");
        assertThat(denseRatio("XAVIER_LEGACY")).isCloseTo(0.5, within(0.01));
        assertThat(RealAudit.dl4j("XAVIER").remark()).doesNotContain("kernel");
    }

    @ParameterizedTest
    @CsvSource({
        "XAVIER, true",
        "XAVIER_UNIFORM, true",
        "SIGMOID_UNIFORM, true",
        "VAR_SCALING_NORMAL_FAN_OUT, true",
        "VAR_SCALING_UNIFORM_FAN_AVG, true",
        "RELU, false",
        "LECUN_UNIFORM, false"
    })
    void whatGoesByFanOutDividesItByTheStride(String constant, boolean divides) {
        assertThat(RealAudit.dl4j(constant).remark().contains("divides fan_out by the stride"))
                .isEqualTo(divides);
    }

    @Test
    void theUniformIsTheOldHeuristic() {
        assertThat(RealAudit.dl4j("UNIFORM").found()).isEqualTo("0.333/fan_in, uniform");
        assertThat(RealAudit.dl4j("UNIFORM").verdict()).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void theIdentityFailsForKernels() {
        assertThat(RealAudit.dl4j("IDENTITY").remark())
                .contains("throws NullPointerException for conv 3×3, 32 to 32")
                .contains("refuses 4 of 6 shapes");
    }

    @Test
    void lawsOfTheCatalogAreThoseOfTheirPapers() {
        assertThat(RealAudit.entry("he_normal").promised()).isEqualTo("2/fan_in, normal");
        assertThat(RealAudit.entry("glorot_uniform").promised()).isEqualTo("1/fan_avg, uniform");
        assertThat(RealAudit.entry("orthogonal").promised()).isEqualTo("1/max(units, fan_in)");
        assertThat(RealAudit.entry("normal(std=0.01)").promised()).isEqualTo("0.0001, normal");
    }

    /** Measured variance over the promised one for 78,400 dense weights: a standard error is at most 0.5 %. */
    private static double denseRatio(String constant) {
        ConformanceRow row = widest(constant);
        return Objects.requireNonNull(row.variance()) / Objects.requireNonNull(row.promisedVariance());
    }

    private static ConformanceRow widest(String constant) {
        String initializer = RealAudit.dl4j(constant).initializer();
        List<ConformanceRow> rows = CONFORMANCE.rows().stream()
                .filter(row -> row.initializer().equals(initializer))
                .filter(row -> row.shape().equals(Shape.dense(784, 100)))
                .toList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
