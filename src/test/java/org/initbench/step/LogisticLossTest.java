package org.initbench.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.initbench.step.Loss.LogisticLoss;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against a sum of losses, or outputs, that are not those of the losses one by one, however large the logits are. */
class LogisticLossTest {

    private static final int EXAMPLES = 2047;
    private static final int OUTPUTS = 3;
    private static final double CLOSE = 1e-13;

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 5, 50, 1000})
    void sumsAreThoseOfSingleLosses(double size) {
        assertAgree(size, false);
    }

    /** Where all are right by far, the losses are as small as e^(-size). */
    @ParameterizedTest
    @ValueSource(doubles = {5, 20, 30, 700})
    void smallLossesKeepTheirDigits(double size) {
        assertAgree(size, true);
    }

    private static void assertAgree(double size, boolean isRight) {
        Random random = new Random(7);
        double[] logits = new double[EXAMPLES * OUTPUTS];
        double[] labels = new double[logits.length];
        for (int example = 0; example < EXAMPLES; example++) {
            for (int output = 0; output < OUTPUTS; output++) {
                double label = random.nextInt(2);
                labels[example * OUTPUTS + output] = label;
                double logit =
                        isRight ? (2 * label - 1) * size * (1 + random.nextDouble()) : size * random.nextGaussian();
                logits[output * EXAMPLES + example] = logit;
            }
        }
        double[] one = logits.clone();
        double[] other = logits.clone();
        double[] losses = new double[EXAMPLES];
        LogisticLoss loss = new LogisticLoss();
        double sum = loss.sum(one, labels, new double[EXAMPLES], EXAMPLES, OUTPUTS);
        loss.activate(other, labels, losses, EXAMPLES, OUTPUTS);
        double expected = Arrays.stream(losses).sum();
        assertThat(sum / expected).isCloseTo(1, within(CLOSE));
        assertThat(one).containsExactly(other, within(1e-15));
    }
}
