package org.initbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.config.Problems;
import org.initbench.conformance.LayerDefinition.Biases;
import org.initbench.conformance.LayerDefinition.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Guards against an audit of layers that finds nothing, by layers that are wrong on purpose. */
class PlantedLayerTest {

    private static final Reading RIGHT = Reading.plain(96, 64);

    /** A layer with a rule of its own, which is not that of the network. */
    private static final LayerCase OWN_RULE = planted(WeightInit.LECUN_NORMAL, RIGHT);

    @Test
    void aLayerThatHasHalfOfHesVarianceDeviatesAndIsNotAsRead() {
        LayerAudit audit = LayerAudit.of(List.of(OWN_RULE));
        assertThat(audit.rows()).hasSize(6);
        LayerRow relu = row(audit, "RELU");
        assertThat(relu.verdict()).isEqualTo(Verdict.DEVIATES);
        assertThat(relu.ratio()).isCloseTo(0.5, within(0.05));
        assertThat(relu.isConfirmed()).isFalse();
        assertThat(relu.remark()).startsWith("0.5").endsWith(LayerRow.UNCONFIRMED);
        assertThat(relu.interval().low()).isLessThan(1.0 / 96);
        assertThat(relu.interval().high()).isBetween(1.0 / 96, 2.0 / 96);
    }

    @Test
    void aReadingThatIsNotTrueIsToldWhereThePromiseIsKept() {
        LayerAudit audit = LayerAudit.of(List.of(planted(null, Reading.plain(64, 96))));
        assertThat(row(audit, "RELU").verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(row(audit, "RELU").isConfirmed()).isFalse();
        assertThat(row(audit, "XAVIER").isConfirmed()).as("the sum is the same").isTrue();
        assertThat(LayerEntry.of(audit)).singleElement().satisfies(entry -> {
            assertThat(entry.remark()).isEqualTo(LayerRow.UNCONFIRMED);
            assertThat(entry.measuredFanSum()).startsWith("1");
        });
        assertThat(ConformancePage.of(audit)).contains("Samples that do not agree with DL4J's source: 1.");
    }

    @Test
    void aSoundLayerIsSaidToAgree() {
        LayerAudit audit = LayerAudit.of(List.of(planted(null, RIGHT)));
        assertThat(audit.rows()).allMatch(row -> row.isConfirmed() && row.verdict() == Verdict.CONFORMS);
        assertThat(ConformancePage.of(audit))
                .contains("All weights agree with DL4J's source.", "8 tests, each at\nsignificance 0.001/8 = 0.000125");
    }

    @Test
    void smallLayersAreDrawnUntilThereIsEnoughToJudge() {
        LayerCase small = LayerFamily.parse("graveslstm:3:4", new Problems()).get(0);
        assertThat(LayerDraws.findings(small))
                .hasSize(6 * 9)
                .allMatch(finding -> finding.moments().count() >= 2000)
                .filteredOn(finding -> finding.matrix().isPeepholes() && finding.isDl4j())
                .hasSize(2);
    }

    private static LayerCase planted(@Nullable WeightInit own, Reading reading) {
        LayerDefinition definition = LayerDefinition.of(
                InputType.feedForward(96),
                () -> {
                    DenseLayer.Builder builder = new DenseLayer.Builder().nOut(64);
                    Optional.ofNullable(own).ifPresent(builder::weightInit);
                    return builder.build();
                },
                Biases.ARRIVE,
                Map.of("W", reading));
        return LayerCase.of("planted", "planted:96:64", definition, new Problems())
                .get(0);
    }

    private static LayerRow row(LayerAudit audit, String init) {
        return audit.rows().stream()
                .filter(row -> row.init().equals(init))
                .findFirst()
                .orElseThrow();
    }
}
