package org.initbench.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Guards against updates that come to something else when they are put off, over gaps of any length and gradients of any size. */
class WordsByAdamTest {

    private static final int WORDS = 7;
    private static final int DIMENSIONS = 3;
    private static final int OTHERS = 2;
    private static final int STEPS = 700;
    private static final int EXAMPLES = 4;

    /** Some 700 updates of 1e-3 at most, each rounded to single precision. */
    private static final double CLOSE = 5e-6;

    /**
     * Words 0 and 1 are in every minibatch, 2 to 5 in one of 2, 20, 100 and 650, and 6 in none; what is expected is in double
     * precision. Gradients are as large as epsilon's root, far larger, and far smaller.
     */
    @ParameterizedTest
    @CsvSource({
        "0.9, 0.999, 1",
        "0.9, 0.999, 1e-4",
        "0.9, 0.999, 1e-7",
        "0.9, 0.999, 1e-9",
        "0.5, 0.99, 1e-7",
        "0, 0.999, 1"
    })
    void updatesThatArePutOffComeToThoseThatAreNot(double beta1, double beta2, double sizeOfGradients) {
        Adam adam = new Adam(0.001, beta1, beta2, 1e-8);
        assertThat(WordsByAdam.serves(adam, WORDS * DIMENSIONS)).isTrue();
        Random random = new Random(3);
        int count = OTHERS + WORDS * DIMENSIONS;
        INDArray parameters = Nd4j.zeros(DataType.FLOAT, count);
        INDArray moments = Nd4j.zeros(DataType.FLOAT, 2L * count);
        WordsByAdam putOff = new WordsByAdam(
                adam, new FloatMemory(parameters), new FloatMemory(moments), OTHERS, count, WORDS, DIMENSIONS);
        double[] w = new double[WORDS * DIMENSIONS];
        double[] m = new double[WORDS * DIMENSIONS];
        double[] v = new double[WORDS * DIMENSIONS];
        int[] every = {1, 1, 2, 20, 100, 650};
        for (int step = 0; step < STEPS; step++) {
            int now = step;
            int[] present = IntStream.range(0, every.length)
                    .filter(word -> now % every[word] == 0)
                    .toArray();
            double size = 0.001 / (1 + step / 300);
            double[] gradients = new double[present.length * DIMENSIONS];
            double[] all = new double[WORDS * DIMENSIONS];
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = sizeOfGradients * random.nextGaussian();
                all[present[i / DIMENSIONS] * DIMENSIONS + i % DIMENSIONS] = gradients[i] / EXAMPLES;
            }
            double[] rows = new double[present.length * DIMENSIONS];
            putOff.read(present, present.length, rows);
            for (int i = 0; i < rows.length; i++) {
                double expected = w[present[i / DIMENSIONS] * DIMENSIONS + i % DIMENSIONS];
                assertThat(rows[i]).isCloseTo(expected, within(CLOSE));
            }
            putOff.take(gradients);
            putOff.step(EXAMPLES, size);
            for (int i = 0; i < w.length; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * all[i];
                v[i] = beta2 * v[i] + (1 - beta2) * all[i] * all[i];
                w[i] -= size * m[i] / (Math.sqrt(v[i]) + 1e-8);
            }
        }
        putOff.settle();
        for (int word = 0; word < WORDS; word++) {
            for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
                int place = OTHERS + dimension * WORDS + word;
                int i = word * DIMENSIONS + dimension;
                assertThat(parameters.getDouble(place)).isCloseTo(w[i], within(CLOSE));
                assertThat(moments.getDouble(place)).isCloseTo(m[i], within(CLOSE * sizeOfGradients));
                assertThat(moments.getDouble(count + place))
                        .isCloseTo(v[i], within(CLOSE * sizeOfGradients * sizeOfGradients));
            }
        }
        assertThat(parameters.getDouble(0)).isZero();
        assertThat(parameters.sumNumber().doubleValue()).isNotZero();
    }

    @Test
    void decaysWhoseSumIsNotGoodAreNotServed() {
        assertThat(WordsByAdam.serves(new Adam(0.001, 0.9, 0.9, 1e-8), WORDS * DIMENSIONS))
                .isFalse();
        assertThat(WordsByAdam.serves(new Adam(0.001, 0.99, 0.999, 1e-8), WORDS * DIMENSIONS))
                .isFalse();
        assertThat(WordsByAdam.serves(new Adam(0.001, 0.9, 0.999, 0), WORDS * DIMENSIONS))
                .isFalse();
    }

    @Test
    void moreVectorsThanThereIsRoomForAreLeftWhereTheyLie() {
        assertThat(WordsByAdam.serves(new Adam(0.001, 0.9, 0.999, 1e-8), 10_000_000))
                .isTrue();
        assertThat(WordsByAdam.serves(new Adam(0.001, 0.9, 0.999, 1e-8), 10_000_001))
                .isFalse();
    }
}
