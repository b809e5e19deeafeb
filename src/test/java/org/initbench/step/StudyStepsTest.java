package org.initbench.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.initbench.result.TrialResult;
import org.initbench.testing.BothWays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against studies that come to something else by plans of steps than by DL4J's fit, within 100 steps. */
class StudyStepsTest {

    /**
     * Rounding of floats, and of doubles, relative to the loss. What is chaotic stops after ten: far too large weights of moons, and words under Adam, in 25
     * steps of which even a double loses three digits.
     */
    private static final double OF_FLOATS = 1e-5;

    private static final double OF_DOUBLES = 1e-12;

    /** Of the smallest set here: one whose classes are as likely to the last digits of a float may be taken for either. */
    private static final double ONE_EXAMPLE = 1.0 / 600;

    @AfterEach
    void goBack() {
        StepWay.PLAN.take();
    }

    @ParameterizedTest
    @CsvSource({
        "moons, training.iterations=100, he_normal, true",
        "moons, training.iterations=10, normal(10), true",
        "separable, training.iterations=100, he_normal, true",
        "classification, training.epochs=1, glorot_normal, false",
        "depth, 'data.source=synthetic,data.train=640,data.test=64,training.epochs=2', he_normal, false",
        "mnist, 'data.source=synthetic,data.train=640,data.test=64,training.epochs=2', he_normal, false",
        "mnist-deep, 'data.source=synthetic,data.train=640,data.test=64,training.epochs=2', he_normal, false",
        "rnn, training.iterations=10, he_normal, false",
        "adding, training.iterations=50, orthogonal, false",
        "lstm, training.iterations=50, glorot_uniform, false",
        "cnn, 'data.source=shapes,data.train=640,data.test=64,training.epochs=5,training.learningRate=0.01', he_normal, false",
        "residual, 'grid={},data.source=synthetic,data.train=640,data.test=64,training.epochs=5', fixup, false",
        "resnet, 'grid={},network.scalars=false,data.source=shapes,data.train=640,data.test=64,training.epochs=2,network.blocks=2', fixup, false"
    })
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
