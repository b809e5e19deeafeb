package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Prevents features and labels that get out of step, and picks that change the examples they come from. */
class ExamplesTest {

    private static final double[][] FEATURES = {{1, 2}, {3, 4}, {5, 6}, {7, 8}};

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"DOUBLE", "FLOAT"})
    void ofKeepsValuesInTheTypeOfTheNetwork(DataType type) {
        double[][] labels = {{1, 0}, {0, 1}, {1, 0}, {0, 1}};
        Examples examples = Examples.of(FEATURES, labels, type);
        assertThat(examples.features().dataType()).isEqualTo(type);
        assertThat(examples.labels().dataType()).isEqualTo(type);
        assertThat(examples.features().toDoubleMatrix()).isDeepEqualTo(FEATURES);
        assertThat(examples.labels().toDoubleMatrix()).isDeepEqualTo(labels);
        assertThat(examples.count()).isEqualTo(4);
        assertThat(examples.isLabeled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"DOUBLE", "FLOAT"})
    void binaryHasOneColumnOfClasses(DataType type) {
        Examples examples = Examples.binary(FEATURES, new int[] {0, 1, 1, 0}, type);
        assertThat(examples.labels().dataType()).isEqualTo(type);
        assertThat(examples.labels().toDoubleMatrix()).isDeepEqualTo(new double[][] {{0}, {1}, {1}, {0}});
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"DOUBLE", "FLOAT"})
    void unlabeledHasNothingToLearn(DataType type) {
        Examples examples = Examples.unlabeled(FEATURES, type);
        assertThat(examples.features().dataType()).isEqualTo(type);
        assertThat(examples.isLabeled()).isFalse();
        assertThat(examples.count()).isEqualTo(4);
    }

    @Test
    void pickCopiesInTheOrderOfThePositions() {
        Examples examples = Examples.binary(FEATURES, new int[] {0, 1, 1, 0}, DataType.DOUBLE);
        Examples picked = examples.pick(new int[] {2, 0, 2});
        assertThat(picked.features().toDoubleMatrix()).isDeepEqualTo(new double[][] {{5, 6}, {1, 2}, {5, 6}});
        assertThat(picked.labels().toDoubleMatrix()).isDeepEqualTo(new double[][] {{1}, {0}, {1}});
        picked.features().assign(0);
        picked.labels().assign(7);
        assertThat(examples.features().toDoubleMatrix()).isDeepEqualTo(FEATURES);
        assertThat(examples.labels().getDouble(2, 0)).isEqualTo(1);
    }

    @Test
    void pickKeepsTheShapeOfImages() {
        INDArray images = Nd4j.linspace(0, 23, 24, DataType.DOUBLE).reshape('c', 3, 1, 2, 4);
        Examples picked = new Examples(images, Nd4j.eye(3).castTo(DataType.DOUBLE)).pick(new int[] {2, 1});
        assertThat(picked.features().shape()).containsExactly(2, 1, 2, 4);
        assertThat(picked.features().getDouble(0, 0, 1, 3)).isEqualTo(23);
        assertThat(picked.features().getDouble(1, 0, 0, 0)).isEqualTo(8);
    }

    @Test
    void sliceTakesFromInclusiveToExclusive() {
        Examples slice = Examples.binary(FEATURES, new int[] {0, 1, 1, 0}, DataType.DOUBLE)
                .slice(1, 3);
        assertThat(slice.features().toDoubleMatrix()).isDeepEqualTo(new double[][] {{3, 4}, {5, 6}});
        assertThat(slice.labels().toDoubleMatrix()).isDeepEqualTo(new double[][] {{1}, {1}});
    }

    @Test
    void examplesWithoutLabelsAreTakenFromLikeOthers() {
        Examples unlabeled = Examples.unlabeled(FEATURES, DataType.DOUBLE);
        for (Examples some :
                new Examples[] {unlabeled.first(2), unlabeled.slice(0, 2), unlabeled.pick(new int[] {0, 1})}) {
            assertThat(some.features().toDoubleMatrix()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
            assertThat(some.isLabeled()).isFalse();
        }
        assertThat(unlabeled.first(4)).isSameAs(unlabeled);
        assertThat(unlabeled.sha256()).isNotEqualTo(unlabeled.first(2).sha256());
    }

    @Test
    void sliceOfOneExampleIsStillAMatrix() {
        Examples slice = Examples.binary(FEATURES, new int[] {0, 1, 1, 0}, DataType.DOUBLE)
                .slice(3, 4);
        assertThat(slice.count()).isEqualTo(1);
        assertThat(slice.features().toDoubleMatrix()).isDeepEqualTo(new double[][] {{7, 8}});
        assertThat(slice.labels().toDoubleMatrix()).isDeepEqualTo(new double[][] {{0}});
    }
}
