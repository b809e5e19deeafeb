package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Guards against a search that asks for something else, or that can be done without comparing steps. */
class SearchDataTest {

    private static final int COUNT = 20_000;
    private static final int LENGTH = 6;
    private static final int WORDS = 6;

    @Test
    void theLabelSaysWhetherTheFirstWordComesAgain() {
        Examples train = train();
        for (int example = 0; example < 1000; example++) {
            int[] words = train.features().getRow(example).toIntVector();
            boolean comesAgain = false;
            for (int step = 1; step < LENGTH; step++) {
                comesAgain |= words[step] == words[0];
            }
            assertThat(train.labels().getDouble(example, 1)).isEqualTo(comesAgain ? 1 : 0);
        }
    }

    /**
     * With Zipf's probabilities p, the first word comes again with probability Σ p·(1 − (1 − p)⁵) = 0.67896, and who knows it alone is right with
     * probability Σ p·max(1 − (1 − p)⁵, (1 − p)⁵) = 0.74872. Shares of 20,000 are further off than five standard deviations with probability 6e-7.
     */
    @Test
    void theFirstWordAloneIsRightInThreeOfFourCases() {
        Examples train = train();
        double[][] counts = new double[WORDS][2];
        INDArray first = train.features().getColumn(0);
        for (int example = 0; example < COUNT; example++) {
            counts[first.getInt(example)][train.labels().getInt(example, 1)]++;
        }
        double present = 0;
        double right = 0;
        for (double[] count : counts) {
            present += count[1] / COUNT;
            right += Math.max(count[0], count[1]) / COUNT;
        }
        assertThat(present).isCloseTo(0.67896, within(5 * Math.sqrt(0.67896 * 0.32104 / COUNT)));
        assertThat(right).isCloseTo(0.74872, within(5 * Math.sqrt(0.74872 * 0.25128 / COUNT)));
    }

    private static Examples train() {
        return Plans.of("transformer", "data.train=" + COUNT)
                .trials()
                .get(0)
                .data()
                .train();
    }
}
