package org.initbench.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.initbench.result.DenseShape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against advice that contradicts what every tutorial measures. */
class AdviceTest {

    private static final List<DenseShape> LAYERS = Collections.nCopies(30, new DenseShape(100, 100, "relu", true));

    @Test
    void heIsForDeepReluAndXavierHalvesTheSecondMomentInEachLayer() {
        List<Advice> advice = Advice.of("relu", 30, 100);
        assertThat(advice.get(0).init()).isEqualTo("he_normal");
        assertThat(advice.get(0).verdict()).isEqualTo("signal is kept, gradient is kept");
        assertThat(advice.get(0).reach()).isEqualTo("inputs stay apart at any depth");
        Advice glorot = find(advice, "glorot_normal");
        assertThat(glorot.lastSignal()).isCloseTo(Math.pow(2, -15), within(1e-15));
        assertThat(glorot.firstGradient()).isCloseTo(Math.pow(2, -14.5), within(1e-15));
        assertThat(glorot.depthScale()).isCloseTo(1 / Math.log(2), within(1e-12));
        assertThat(glorot.verdict()).isEqualTo("signal vanishes, gradient vanishes");
    }

    @Test
    void glorotIsForDeepTanh() {
        List<Advice> advice = Advice.of("tanh", 30, 100);
        assertThat(advice.get(0).init()).isEqualTo("glorot_normal");
        assertThat(advice.get(0).depthScale()).isInfinite();
        assertThat(find(advice, "he_normal").depthScale()).isBetween(5.0, 20.0);
    }

    @Test
    void theSigmoidLosesItsGradientsUnderEveryScaleButTheCritical() {
        List<Advice> advice = Advice.of("sigmoid", 10, 100);
        assertThat(advice.get(0).init()).isEqualTo("critical");
        assertThat(advice.subList(1, advice.size()))
                .allMatch(each -> each.verdict().endsWith("gradient vanishes"));
    }

    @Test
    void largeWeightsExplodeAndZerosVanish() {
        List<Advice> advice = Advice.of("relu", 30, 1000);
        assertThat(find(advice, "truncated_normal(std=0.05)").verdict()).isEqualTo("signal is kept, gradient is kept");
        assertThat(find(advice, "sparse(fraction=0.9, std=1)").verdict())
                .isEqualTo("signal explodes, gradient explodes");
        assertThat(find(advice, "zeros").verdict()).isEqualTo("signal vanishes, gradient vanishes");
    }

    @Test
    void whatWasRunIsJudgedBesideTheCatalogAndStrangersArePassedOver() {
        List<Advice> advice = Advice.of(LAYERS, List.of("normal(std=1)", "he_normal", "no_such_thing", "identity"));
        assertThat(find(advice, "normal(std=1)").verdict()).isEqualTo("signal explodes, gradient explodes");
        assertThat(find(advice, "zeros").reach()).isEqualTo("inputs stay apart for one layer at most");
        assertThat(advice).extracting(Advice::init).doesNotHaveDuplicates().doesNotContain("no_such_thing");
        assertThat(advice).hasSize(Advice.of("relu", 30, 100).size() + 1);
    }

    @Test
    void anActivationWithoutTheoryIsRefused() {
        assertThatThrownBy(() -> Advice.of("rrelu", 3, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rrelu");
    }

    /** Every name that a study may give, in a time that nobody waits for. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("org.initbench.network.Activations#names")
    void everyActivationOfStudiesHasAdvice(String activation) {
        assertThat(Advice.of(activation, 30, 100))
                .extracting(Advice::init)
                .contains("he_normal", "unit_variance", "critical");
    }

    /**
     * He, whose scale is for relu, loses signals in gelu. The edge of chaos is at a signal of 0 there, which others leave: they
     * explode. That of swish is so steep that what is above variance 1, as the first pre-activations are, explodes under its
     * unit variance too.
     */
    @Test
    void signalsOfSmoothRelusDriftAwayFromTheirFixedPoints() {
        List<Advice> gelu = Advice.of("gelu", 30, 100);
        assertThat(find(gelu, "unit_variance").verdict()).startsWith("signal is kept");
        assertThat(find(gelu, "he_normal").verdict()).startsWith("signal vanishes");
        assertThat(find(gelu, "critical").verdict()).startsWith("signal explodes");
        assertThat(find(gelu, "critical").depthScale()).isLessThan(10);
        assertThat(find(Advice.of("swish", 30, 100), "unit_variance").verdict()).startsWith("signal explodes");
    }

    @Test
    void seluKeepsItsSignalsByLecunsRule() {
        Advice lecun = find(Advice.of("selu", 30, 100), "lecun_normal");
        assertThat(lecun.firstSignal()).isCloseTo(1, within(1e-6));
        assertThat(lecun.lastSignal()).isCloseTo(1, within(1e-6));
    }

    /** For unequal layers: He keeps the gradient's fan-in side, so that it changes by the ratio of the widths. */
    @Test
    void theLayersOfANetworkAreTakenAsTheyAre() {
        List<DenseShape> narrowing =
                List.of(new DenseShape(784, 512, "relu", true), new DenseShape(512, 128, "relu", true));
        Advice he = find(Advice.of(narrowing, List.of()), "he_normal");
        assertThat(he.lastSignal()).isCloseTo(he.firstSignal(), within(1e-12));
        assertThat(he.firstGradient()).isCloseTo(Math.sqrt(128 / 512.0), within(1e-12));
        assertThat(he.reach()).isEmpty();
    }

    @Test
    void ofEqualsTheOneThatDl4jHasIsPreferred() {
        assertThat(Advice.of("relu", 10, 100).get(0).isInDl4j()).isTrue();
        assertThat(Advice.of("tanh", 10, 100).get(0).isInDl4j()).isTrue();
    }

    private static Advice find(List<Advice> advice, String init) {
        return advice.stream()
                .filter(each -> each.init().equals(init))
                .findFirst()
                .orElseThrow();
    }
}
