package org.initbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.initbench.network.SigmoidCrossEntropy;
import org.initbench.testing.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Prevents a loss that clips, cancels or overflows where the output is saturated. */
class SigmoidCrossEntropyValuesTest {

    private static final SigmoidCrossEntropy LOSS = new SigmoidCrossEntropy();

    static Stream<JsonNode> values() {
        return Reference.items("cross-entropy/values.json", "values");
    }

    /** The formula rounds five times at most, the functions in it once more each. */
    @ParameterizedTest
    @MethodSource("values")
    void lossIsTheExactOneToFourUlp(JsonNode value) {
        double expected = value.required("loss").doubleValue();
        double loss = LOSS.computeScore(label(value), logit(value), new ActivationSigmoid(), null, false);
        assertThat(Math.abs(loss - expected)).isLessThanOrEqualTo(4 * Math.ulp(expected));
    }

    /** An ulp of 1 is what is left of the sigmoid near 1; for class 0 nothing is subtracted. */
    @ParameterizedTest
    @MethodSource("values")
    void gradientIsSigmoidMinusLabel(JsonNode value) {
        double expected = value.required("gradient").doubleValue();
        double gradient = LOSS.computeGradient(label(value), logit(value), new ActivationSigmoid(), null)
                .getDouble(0);
        boolean subtracts = value.required("label").doubleValue() > 0;
        double allowed = subtracts ? Math.ulp(1.0) : 4 * Math.ulp(expected);
        assertThat(Math.abs(gradient - expected)).isLessThanOrEqualTo(allowed);
    }

    /** The third derivative is below 0.1 and losses below 10: 1e-11 of truncation, 1e-10 of rounding. */
    @ParameterizedTest
    @ValueSource(doubles = {-9, -3.5, -1, -0.01, 0, 0.3, 2, 6})
    void gradientIsTheSlopeOfTheLoss(double logit) {
        double step = 1e-5;
        for (double label : new double[] {0, 0.25, 1}) {
            double slope = (loss(logit + step, label) - loss(logit - step, label)) / (2 * step);
            double gradient = LOSS.computeGradient(matrix(label), matrix(logit), new ActivationSigmoid(), null)
                    .getDouble(0);
            assertThat(Math.abs(gradient - slope)).isLessThan(1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MAX_VALUE, -1000, -40, 40, 1000, Double.MAX_VALUE})
    void lossAndGradientAreFiniteAtSaturation(double logit) {
        for (double label : new double[] {0, 1}) {
            assertThat(loss(logit, label)).isFinite().isNotNegative();
            assertThat(LOSS.computeGradient(matrix(label), matrix(logit), new ActivationSigmoid(), null)
                            .getDouble(0))
                    .isBetween(-1.0, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {-1000, -40, 0, 40, 1000})
    void floatLogitsGiveFiniteGradientsToo(float logit) {
        INDArray logits = matrix(logit).castTo(DataType.FLOAT);
        INDArray labels = matrix(1).castTo(DataType.FLOAT);
        double sigmoid = 1 / (1 + Math.exp(-logit));
        assertThat(LOSS.computeGradient(labels, logits, new ActivationSigmoid(), null)
                        .getDouble(0))
                .isBetween(sigmoid - 1 - Math.ulp(1f), sigmoid - 1 + Math.ulp(1f));
    }

    private static double loss(double logit, double label) {
        return LOSS.computeScore(matrix(label), matrix(logit), new ActivationSigmoid(), null, false);
    }

    private static INDArray logit(JsonNode value) {
        return matrix(value.required("logit").doubleValue());
    }

    private static INDArray label(JsonNode value) {
        return matrix(value.required("label").doubleValue());
    }

    private static INDArray matrix(double value) {
        return Nd4j.createFromArray(new double[][] {{value}});
    }
}
