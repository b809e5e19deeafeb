package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Prevents a split that is another one than scikit-learn's. Values are those of its version 1.2.1. */
class TrainTestSplitTest {

    @Test
    void classesAreDealtAsScikitLearnStratifiesThem() {
        assertSplit(
                new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 0, 0, 0, 0, 0},
                0.2,
                42,
                new int[] {16, 8, 1, 18, 19, 3, 0, 2, 13, 6, 10, 14, 20, 15, 4, 5},
                12,
                17,
                11,
                7,
                9);
        assertSplit(
                new int[] {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2},
                0.3,
                7,
                new int[] {11, 6, 3, 2, 7, 0, 8, 5},
                4,
                9,
                10,
                1);
        assertSplit(new int[] {1, 0, 0, 1, 1, 0, 2, 2, 2, 2, 2}, 0.25, 3, new int[] {10, 2, 8, 1, 9, 0, 4, 7}, 5, 6, 3);
    }

    @Test
    void aClassThatOccursOnceIsLearnt() {
        TrainTestSplit split = TrainTestSplit.byClass(new int[] {0, 1, 0, 0, 0, 0}, 0.2, 1);
        assertThat(split.train()).contains(1).hasSize(5);
        assertThat(split.test()).hasSize(1).doesNotContain(1);
    }

    private static void assertSplit(int[] classes, double fraction, long seed, int[] train, int... test) {
        TrainTestSplit split = TrainTestSplit.byClass(classes, fraction, seed);
        assertThat(split.train()).containsExactly(train);
        assertThat(split.test()).containsExactly(test);
    }
}
