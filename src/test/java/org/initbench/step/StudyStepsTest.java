package org.initbench.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.config.StudyFiles;
import org.initbench.result.TrialResult;
import org.initbench.testing.BothWays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against studies that come to something else by plans of steps than by DL4J's fit, within 100 steps. */
class StudyStepsTest {

    /**
     * Rounding of floats, and of doubles, relative to the loss. What is chaotic stops earlier: far too large weights of moons, and words under
     * Adam, in 25 steps of which even a double loses three digits, after ten; the deep network, whose rate rises, after fifty.
     */
    private static final double OF_FLOATS = 1e-5;

    private static final double OF_DOUBLES = 1e-12;

    /** Of the smallest set here: one whose classes are as likely to the last digits of a float may be taken for either. */
    private static final double ONE_EXAMPLE = 1.0 / 600;

    /** Studies that train nothing. */
    private static final Set<String> UNTRAINED = Set.of("activations", "dead");

    private static final String DRAWN = "data.source=synthetic,data.train=640,data.test=64,";

    @AfterEach
    void goBack() {
        StepWay.PLAN.take();
    }

    static Stream<Arguments> studies() {
        return Stream.of(
                Arguments.of("moons", "training.iterations=100", "he_normal", true),
                Arguments.of("moons", "training.iterations=10", "normal(10)", true),
                Arguments.of("separable", "training.iterations=100", "he_normal", true),
                Arguments.of("classification", "training.epochs=1", "glorot_normal", false),
                Arguments.of("depth", DRAWN + "training.epochs=10", "he_normal", false),
                Arguments.of("defaults", DRAWN + "grid={},training.epochs=10", "pytorch_default", false),
                Arguments.of(
                        "phase",
                        DRAWN + "grid={},training.epochs=10",
                        "variance_scaling(scale=1.761, mode=fan_in, distribution=normal)",
                        false),
                Arguments.of(
                        "width",
                        DRAWN + "grid={},training.learningRates=[0.001],training.iterations=100",
                        "mup(64)",
                        false),
                Arguments.of("mnist", DRAWN + "training.epochs=20", "he_normal", false),
                Arguments.of("mnist-deep", DRAWN + "training.epochs=10", "he_normal", false),
                Arguments.of("autoencoder", DRAWN + "grid={},training.epochs=10", "orthogonal", false),
                Arguments.of(
                        "autoencoder",
                        DRAWN + "grid={},network.activation=tanh,training.epochs=10",
                        "orthogonal",
                        false),
                Arguments.of("rnn", "training.iterations=10", "he_normal", false),
                Arguments.of("adding", "training.iterations=50", "orthogonal", false),
                Arguments.of("lstm", "training.iterations=50", "glorot_uniform", false),
                Arguments.of(
                        "transformer",
                        "grid={},network.blocks=1,data.train=64,data.test=64,training.epochs=50",
                        "t_fixup",
                        false),
                Arguments.of(
                        "cnn",
                        "data.source=shapes,data.train=640,data.test=64,training.epochs=5,training.learningRate=0.01",
                        "he_normal",
                        false),
                Arguments.of("residual", DRAWN + "grid={},training.epochs=10", "fixup", false),
                Arguments.of(
                        "resnet",
                        "grid={},network.scalars=false,data.source=shapes,data.train=640,data.test=64,training.epochs=2,"
                                + "network.blocks=2",
                        "fixup",
                        false));
    }

    @Test
    void everyStudyThatTrainsIsAmongThem() {
        Set<String> all = new TreeSet<>(new StudyFiles(Path.of("")).names());
        all.removeAll(UNTRAINED);
        assertThat(studies().map(study -> study.get()[0]).collect(Collectors.toSet()))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("studies")
    void aStudyComesToTheSameBothWays(String study, String settings, String init, boolean isDouble) {
        BothWays both = BothWays.of(study, "repetitions=1,probes.every=0,probes.at=[]," + settings, init);
        TrialResult planned = both.planned();
        TrialResult fitted = both.fitted();
        double expected = Objects.requireNonNull(fitted.train().loss());
        double difference = Math.abs(Objects.requireNonNull(planned.train().loss()) - expected);
        assertThat(difference).isLessThan((isDouble ? OF_DOUBLES : OF_FLOATS) * Math.max(expected, 1));
        assertThat(accuracy(planned)).isCloseTo(accuracy(fitted), within(isDouble ? 0 : ONE_EXAMPLE));
    }

    /** -1 where there are no classes. */
    private static double accuracy(TrialResult trial) {
        return Objects.requireNonNullElse(trial.train().accuracy(), -1.0);
    }
}
