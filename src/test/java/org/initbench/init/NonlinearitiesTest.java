package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initbench.theory.EdgeOfChaos;
import org.initbench.theory.MeanField;
import org.initbench.theory.Nonlinearity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** Prevents theory from being that of a textbook's function where DL4J's is another. */
class NonlinearitiesTest {

    private static final double[] POINTS =
            IntStream.rangeClosed(-2000, 2000).mapToDouble(i -> i / 97.0).toArray();

    private static Stream<IActivation> byFormula() {
        return Stream.of(
                Activation.RELU.getActivationFunction(),
                Activation.TANH.getActivationFunction(),
                Activation.SIGMOID.getActivationFunction(),
                Activation.IDENTITY.getActivationFunction(),
                Activation.ELU.getActivationFunction(),
                Activation.SELU.getActivationFunction(),
                Activation.SWISH.getActivationFunction(),
                Activation.GELU.getActivationFunction(),
                new ActivationLReLU(0.25));
    }

    /** Beside 0, where the derivative of some has no value. DL4J takes the slope of a leaky relu back in single precision. */
    @ParameterizedTest
    @MethodSource("byFormula")
    void formulasAreThoseOfDl4j(IActivation activation) {
        Nonlinearity formula = Nonlinearities.of(activation).orElseThrow();
        Nonlinearity arrays = Nonlinearities.ofArrays(activation);
        assertThat(difference(formula.values(POINTS), arrays.values(POINTS))).isLessThan(1e-12);
        double[] besideZero = Arrays.stream(POINTS).filter(z -> z != 0).toArray();
        assertThat(difference(formula.derivatives(besideZero), arrays.derivatives(besideZero)))
                .isLessThan(1e-12);
    }

    private static double difference(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "RELU, 2",
        "TANH, 2.53618",
        "SWISH, 2.81076",
        "ELU, 1.55052",
        "SELU, 1",
        "GELU, 2.36993",
    })
    void scalesThatGiveUnitVariance(Activation activation, double scale) {
        assertThat(1 / of(activation.getActivationFunction()).secondMoment(1)).isCloseTo(scale, within(5e-6));
    }

    /** Its cubic term is (0.044715·x)³, which is no 0.044715·x³. */
    @Test
    void thePreciseGeluOfDl4jIsNeitherTheExactOneNorTheOther() {
        assertThat(1 / of(new ActivationGELU(true)).secondMoment(1)).isCloseTo(2.41304, within(5e-6));
    }

    @Test
    void seluKeepsItsScaleAtThatOfItsPaperAndLosesItAtNineSixteenths() {
        assertThat(rms(Activation.SELU, 0.5625, 1, 10, 20, 30))
                .containsExactly(new double[] {.7975, .3270, .2451, .2197}, within(5e-5));
    }

    @Test
    void tanhWithAGainOfFiveThirdsSettles() {
        assertThat(rms(Activation.TANH, 25 / 9.0, 1, 10, 100))
                .containsExactly(new double[] {.75938, .65139, .65135}, within(5e-6));
    }

    @Test
    void theGeluOfDl4jVanishesUnderHe() {
        assertThat(rms(Activation.GELU, 2, 1, 10, 30))
                .containsExactly(new double[] {.9555, .4576, .00097}, within(5e-5));
    }

    /** Every one that DL4J has; of them a softmax is no function of one number and rrelu random. */
    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SOFTMAX", "RRELU"})
    void allOfDl4jHaveMoments(Activation activation) {
        Nonlinearity nonlinearity = of(activation.getActivationFunction());
        assertThat(nonlinearity.secondMoment(1)).isPositive().isCloseTo(naive(nonlinearity::values), within(1e-4));
        assertThat(nonlinearity.squaredSlope(1)).isPositive().isCloseTo(naive(nonlinearity::derivatives), within(2e-4));
    }

    /** The middle of 2·12·10⁴ cells. */
    private static double naive(UnaryOperator<double[]> function) {
        double width = 1e-4;
        double[] points = IntStream.range(-120_000, 120_000)
                .mapToDouble(i -> (i + 0.5) * width)
                .toArray();
        double[] values = function.apply(points);
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += values[i] * values[i] * Math.exp(-points[i] * points[i] / 2) * width / Math.sqrt(2 * Math.PI);
        }
        return sum;
    }

    @Test
    void aSoftmaxAndARandomActivationHaveNone() {
        assertThat(Nonlinearities.of(new ActivationSoftmax())).isEmpty();
        assertThat(Nonlinearities.of(Activation.RRELU.getActivationFunction())).isEmpty();
    }

    /** E[min(max(z, 0), 1)²] = ∫z²φ from 0 to 1 and what is above, (.5 − Φ(−1)) − φ(1) + Φ(−1) = .5 − φ(1). */
    @Test
    void aReluWithSettingsOfItsOwnIsNoPlainRelu() {
        double density = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);
        assertThat(of(new ActivationReLU(1.0, null, null)).secondMoment(1)).isCloseTo(0.5 - density, within(1e-12));
    }

    @Test
    void theEdgeOfChaosOfTanhWithBiases() {
        assertThat(EdgeOfChaos.of(of(Activation.TANH.getActivationFunction()), 0.05)
                        .weightVariance())
                .isCloseTo(1.761, within(5e-4));
    }

    private static Nonlinearity of(IActivation activation) {
        return Nonlinearities.of(activation).orElseThrow();
    }

    /** Root mean squares of the activations of these layers, from 1, for standard-normal input. */
    private static double[] rms(Activation activation, double weightVariance, int... layers) {
        Nonlinearity nonlinearity = of(activation.getActivationFunction());
        List<Double> moments = new MeanField(nonlinearity, weightVariance, 0).forward(1, layers[layers.length - 1]);
        return IntStream.of(layers)
                .mapToDouble(layer -> Math.sqrt(nonlinearity.secondMoment(moments.get(layer - 1))))
                .toArray();
    }
}
