package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Guards against pictures that differ between runs, miss their figure, or give their class away by colour. */
class ShapesTest {

    private static final int COUNT = 200;
    private static final int VALUES = 3 * 32 * 32;

    private final Examples pictures = Shapes.make(COUNT, 1, DataType.FLOAT);

    @Test
    void picturesAreColouredAndLabelsTakeTurns() {
        assertThat(pictures.features().shape()).containsExactly(COUNT, 3, 32, 32);
        assertThat(pictures.labels().shape()).containsExactly(COUNT, 10);
        for (float value : pictures.features().data().asFloat()) {
            assertThat(value).isBetween(0f, 1f);
        }
        assertThat(pictures.labels().argMax(1).toIntVector())
                .isEqualTo(IntStream.range(0, COUNT).map(i -> i % 10).toArray());
        assertThat(pictures.labels().sum(1).toDoubleVector()).containsOnly(1);
    }

    @Test
    void aSeedGivesTheSamePicturesInEitherPrecision() {
        float[] values = pictures.features().data().asFloat();
        assertThat(Shapes.make(COUNT, 1, DataType.FLOAT).features().data().asFloat())
                .isEqualTo(values);
        assertThat(Shapes.make(COUNT, 1, DataType.DOUBLE).features().data().asFloat())
                .isEqualTo(values);
    }

    @Test
    void aShorterSetBeginsALongerOneAndAnotherSeedGivesOthers() {
        float[] values = pictures.features().data().asFloat();
        assertThat(Shapes.make(10, 1, DataType.FLOAT).features().data().asFloat())
                .isEqualTo(Arrays.copyOf(values, 10 * VALUES));
        float[] others = Shapes.make(COUNT, 2, DataType.FLOAT).features().data().asFloat();
        long equal = IntStream.range(0, others.length)
                .filter(i -> others[i] == values[i] && values[i] > 0 && values[i] < 1)
                .count();
        assertThat((double) equal / others.length).isLessThan(1e-3);
    }

    /** Areas by elementary geometry, where there is a formula. */
    @ParameterizedTest
    @CsvSource({
        "DISC, 3.141593",
        "RING, 2.191261",
        "HALF_DISC, 1.570796",
        "TRIANGLE, 1.299038",
        "SQUARE, 2.56",
        "FRAME, 1.75",
        "STAR, 1.175571",
        "CROSS, 1.8096",
        "BAR, 1.04"
    })
    void aFigureHasItsArea(Shape shape, double area) {
        int perAxis = 1200;
        double side = 2 * Shape.REACH / perAxis;
        long inside = IntStream.range(0, perAxis * perAxis)
                .filter(i -> shape.contains(
                        -Shape.REACH + (i % perAxis + 0.5) * side,
                        -Shape.REACH + (Math.floorDiv(i, perAxis) + 0.5) * side))
                .count();
        assertThat(inside * side * side).isCloseTo(area, within(0.02));
    }
}
