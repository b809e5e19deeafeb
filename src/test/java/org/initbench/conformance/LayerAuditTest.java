package org.initbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initbench.conformance.RealAudit.LAYERS;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.conformance.LayerDefinition.Reading;
import org.initbench.network.LayerKind;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.initbench.network.Weights;
import org.initbench.testing.LayerExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against explanations of DL4J's layers that their weights do not bear out, and families that nobody audits. */
class LayerAuditTest {

    static List<LayerFamily> families() {
        return LayerFamily.ALL;
    }

    /** One disagreement with a right reading would have probability 0.001; this audit always draws the same. */
    @Test
    void theWeightsAgreeWithEveryReadingOfTheSource() {
        assertThat(LAYERS.rows()).filteredOn(row -> !row.isConfirmed()).isEmpty();
    }

    /** One deviation of sound initializers would have probability 0.001, Bonferroni's bound over the tests of the audit. */
    @Test
    void nothingOfTheCatalogDeviates() {
        assertThat(LAYERS.rows())
                .filteredOn(row -> !row.isDl4j())
                .hasSizeGreaterThan(300)
                .allMatch(row -> row.verdict() == Verdict.CONFORMS);
    }

    @Test
    void theTestsShareTheProbabilityOfAFalseAlarm() {
        int tests = LAYERS.rows().stream().mapToInt(row -> row.isDl4j() ? 2 : 1).sum();
        assertThat(LAYERS.tests()).isEqualTo(tests);
        assertThat(LAYERS.rows()).allSatisfy(row -> assertThat(row.significance() * tests)
                .isCloseTo(Conformance.FAMILY_WISE, within(1e-12)));
    }

    /** Layers of one's own are audited by the same rules, as far as there is such a kind of layer in DL4J. */
    @Test
    void everyFamilyThatInitializersServeIsAudited() {
        Set<String> audited = families().stream()
                .map(family -> LayerCase.last(family.standard().network(1)))
                .map(layer -> layer.kind().configuration().getClass().getName())
                .collect(Collectors.toSet());
        assertThat(LayerExample.all().stream()
                        .flatMap(example -> example.network().get().layers().stream())
                        .filter(layer -> !layer.kind().weights().isEmpty())
                        .map(layer -> layer.kind().configuration().getClass().getName()))
                .isSubsetOf(audited);
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyWeightOfAFamilyHasBeenReadInTheSource(LayerFamily family) {
        LayerCase standard = family.standard();
        assertThat(standard.shape()).isEqualTo(family.audited());
        assertThat(standard.definition().readings().keySet())
                .isEqualTo(LayerCase.last(standard.network(1)).kind().weights().stream()
                        .map(Weights::key)
                        .collect(Collectors.toSet()));
    }

    /** What is promised of DL4J's constants in a run is what the audit found them to draw. */
    @ParameterizedTest
    @MethodSource("families")
    void theFansThatRunsKnowAreThoseThatWereRead(LayerFamily family) {
        LayerCase standard = family.standard();
        LayerKind kind = LayerCase.last(standard.network(1)).kind();
        kind.weights().forEach(weights -> kind.dl4jFans(weights)
                .ifPresent(fans -> assertThat(standard.definition().readings().get(weights.key()))
                        .isNotNull()
                        .extracting(Reading::fanIn, Reading::fanOut)
                        .containsExactly(fans.in(), fans.out())));
    }

    /** Ratios are those of the fans; 0.1 is four standard errors of the smallest sample. */
    @ParameterizedTest
    @CsvSource({
        "lstm, W, input, RELU, 64, 'fan-in is the units, not the inputs'",
        "lstm, W, forget, XAVIER, 224, 'fan-out inputs + units'",
        "lstm, RW, candidate, XAVIER, 224, 'fan-out is inputs + units'",
        "graveslstm, RW, peepholes, RELU, 128, 'drawn with the recurrent weights'",
        "depthwise, W, '', RELU, 576, 'fan-in counts all channels'",
        "separable, W, '', RELU, 576, 'fan-in counts all channels'",
        "separable, pW, '', XAVIER, 512, 'fan-out is the channels in'",
        "deconv, W, '', RELU, 288, 'the strides divide fan-out instead of fan-in'",
        "deconv3d, W, '', RELU, 216, 'the strides divide fan-out instead of fan-in'",
        "conv, W, '', XAVIER, 432, 'fan-out is divided by the strides'",
        "conv1d, W, '', RELU, 288, 'kernel and stride are squared'",
        "conv1d, W, '', XAVIER, 432, 'kernel and stride are squared'",
        "embedding, W, '', RELU, 1, 'fan-in is 1'",
        "attention, Wq, '', RELU on the layer, 64, 'the two are swapped'",
        "attention, Wo, '', RELU on the layer, 96, 'the two are swapped'",
        "attention, Wo, '', XAVIER, 112, 'the two are swapped'",
        "attentionvertex, Wq, '', XAVIER, 112, 'fan-out counts the units of one head'",
        "capsules, weight, '', RELU on the layer, 256, 'fan-in counts all capsules below'"
    })
    void whatDl4jGoesByIsTold(String family, String parameter, String gate, String init, double fan, String remark) {
        LayerRow row = row(family, parameter, gate, init);
        assertThat(row.verdict()).isEqualTo(Verdict.DEVIATES);
        assertThat(row.remark()).contains(remark);
        assertThat(row.finding().measuredFan()).isCloseTo(fan, within(0.1 * fan));
    }

    @ParameterizedTest
    @CsvSource({"conv, W", "lstm, RW", "graveslstm, RW", "separable, pW", "dense, W", "rnn, RW", "vae, e0W"})
    void whatIsRightIsNotAccused(String family, String parameter) {
        assertThat(LAYERS.rows())
                .filteredOn(row -> row.finding().layer().family().equals(family)
                        && row.parameter().equals(parameter)
                        && row.init().equals("RELU")
                        && !row.finding().matrix().isPeepholes())
                .isNotEmpty()
                .allMatch(
                        row -> row.verdict() == Verdict.CONFORMS && row.remark().isEmpty());
    }

    /** The same seed gives the same values under both rules, to the last digit of their variance. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "attention",
                "learnedattention",
                "recurrentattention",
                "attentionvertex",
                "local1d",
                "local2d",
                "primarycapsules",
                "capsules"
            })
    void theRuleOfANetworkDoesNotReachLayersOfSameDiff(String family) {
        assertThat(variances(family, "RELU")).isEqualTo(variances(family, "XAVIER"));
        assertThat(variances(family, "RELU on the layer")).doesNotContainAnyElementsOf(variances(family, "XAVIER"));
    }

    @Test
    void biasInitIsIgnoredBySome() {
        assertThat(LAYERS.ignoringBiasInit())
                .containsExactly(
                        "vae",
                        "lstm",
                        "bidirectional",
                        "graveslstm",
                        "gravesbidirectional",
                        "recurrentattention",
                        "local1d",
                        "local2d",
                        "primarycapsules");
        assertThat(LAYERS.biases()).allSatisfy(row -> assertThat(row.arrives())
                .isEqualTo(row.layer().definition().biases().arrives()));
        assertThat(LAYERS.biases())
                .filteredOn(row -> row.layer().family().equals("lstm"))
                .extracting(BiasRow::begins)
                .containsExactly("candidate 0, forget 1, output 0, input 0");
    }

    /** What is no weight is a bias, but the visible biases of an autoencoder and the centers of a loss. */
    @ParameterizedTest
    @MethodSource("families")
    void everyParameterIsAWeightOrABiasOfTheAudit(LayerFamily family) {
        LayerCase standard = family.standard();
        Network network = LayerDraws.dl4jNetwork(standard, WeightInit.XAVIER, 1);
        WeightLayer last = LayerCase.last(network);
        Stream<String> weights = last.kind().weights().stream().map(Weights::key);
        Stream<String> biases = BiasRow.of(standard).stream().map(BiasRow::bias);
        Stream<String> neither = Stream.of("vb", "cL");
        assertThat(network.model().paramTable().keySet())
                .isSubsetOf(Stream.of(weights, biases, neither)
                        .flatMap(keys -> keys)
                        .map(last::parameter)
                        .toList());
    }

    static List<Double> variances(String family, String init) {
        return LAYERS.rows().stream()
                .filter(row -> row.finding().layer().family().equals(family)
                        && row.init().equals(init))
                .map(row -> row.finding().moments().variance())
                .toList();
    }

    static LayerRow row(String family, String parameter, String gate, String init) {
        return LAYERS.rows().stream()
                .filter(row -> row.finding().layer().family().equals(family)
                        && row.parameter().equals(parameter)
                        && row.finding().matrix().gate().equals(gate)
                        && row.init().equals(init))
                .findFirst()
                .orElseThrow();
    }
}
