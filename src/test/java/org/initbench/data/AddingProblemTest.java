package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.inference.ChiSquareTest;
import org.initbench.random.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Guards against targets that are not the sum of the marked numbers, and against marks that prefer some steps. */
class AddingProblemTest {

    private static final int COUNT = 3000;

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 40})
    void theTargetIsTheSumOfTheTwoNumbersThatAreMarked(int length) {
        Examples examples = draw(length, 1);
        assertThat(examples.features().shape()).containsExactly(COUNT, 2, length);
        assertThat(examples.labels().shape()).containsExactly(COUNT, 1);
        for (int i = 0; i < COUNT; i++) {
            double sum = 0;
            int marks = 0;
            for (int step = 0; step < length; step++) {
                double number = examples.features().getDouble(i, 0, step);
                double mark = examples.features().getDouble(i, 1, step);
                assertThat(number).isBetween(0.0, 1.0);
                assertThat(mark).isIn(0.0, 1.0);
                sum += mark * number;
                marks += (int) mark;
            }
            assertThat(marks).isEqualTo(2);
            assertThat(examples.labels().getDouble(i, 0)).isCloseTo(sum, within(1e-12));
        }
    }

    /** The variance of (y − 1)² is 7/180; 4 standard deviations, false alarm 6e-5. */
    @ParameterizedTest
    @ValueSource(ints = {10, 40})
    void alwaysAnsweringOneHasAMeanSquaredErrorOfASixth(int length) {
        double[] targets = draw(length, 1).labels().toDoubleVector();
        double error = 0;
        for (double target : targets) {
            error += (target - 1) * (target - 1) / COUNT;
        }
        assertThat(error).isCloseTo(1.0 / 6, within(4 * Math.sqrt(7.0 / 180 / COUNT)));
    }

    /** Chi-square over all pairs of steps, which are equally probable; false alarm 1e-4. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void everyPairOfStepsIsMarkedEquallyOften(int length) {
        Examples examples = draw(length, 1);
        long[] pairs = new long[length * (length - 1) / 2];
        for (int i = 0; i < COUNT; i++) {
            int pair = 0;
            for (int one = 0; one < length; one++) {
                for (int other = one + 1; other < length; other++) {
                    boolean marked = examples.features().getDouble(i, 1, one) == 1
                            && examples.features().getDouble(i, 1, other) == 1;
                    pairs[pair++] += marked ? 1 : 0;
                }
            }
        }
        assertThat(ChiSquareTest.withDefaults().test(pairs).getPValue()).isGreaterThan(1e-4);
    }

    @ParameterizedTest
    @ValueSource(ints = 10)
    void aSeedGivesTheSameSequencesAndAnotherGivesOthers(int length) {
        assertThat(draw(length, 1).sha256()).isEqualTo(draw(length, 1).sha256());
        assertThat(draw(length, 2).labels().toDoubleVector())
                .doesNotContain(draw(length, 1).labels().toDoubleVector());
    }

    private static Examples draw(int length, long seed) {
        return AddingProblem.draw(COUNT, length, Seeds.generator(seed, "test"), DataType.DOUBLE);
    }
}
