package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.config.InvalidInputException;
import org.initbench.random.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Prevents pixels that get to another place, another image or another value, at the borders of blocks above all. */
class ImageExamplesTest {

    private static final int COUNT = 2100;
    private static final int ROWS = 3;
    private static final int COLUMNS = 2;
    private static final LabeledImages IMAGES = random();

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"DOUBLE", "FLOAT"})
    void flatFeaturesHoldEachPixelInItsPlace(DataType type) {
        double[] values = Scaling.UNIT.values(IMAGES, IntStream.range(0, COUNT).toArray());
        Examples examples = new ImageExamples(IMAGES, values, type)
                .pick(IntStream.range(0, COUNT).toArray(), 5)
                .flat();
        INDArray features = examples.features();
        assertThat(features.dataType()).isEqualTo(type);
        assertThat(features.shape()).containsExactly(COUNT, ROWS * COLUMNS);
        for (int image = 0; image < COUNT; image++) {
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                double expected = IMAGES.pixel(image * ROWS * COLUMNS + i) / 255.0;
                assertThat(features.getDouble(image, i))
                        .isEqualTo(type == DataType.FLOAT ? (float) expected : expected);
            }
        }
    }

    @Test
    void channelsHaveTheShapeOfTheImage() {
        double[] values = Scaling.UNIT.values(IMAGES, IntStream.range(0, COUNT).toArray());
        INDArray features = new ImageExamples(IMAGES, values, DataType.DOUBLE)
                .pick(IntStream.range(0, 1001).toArray(), 5)
                .features();
        assertThat(features.shape()).containsExactly(1001, 1, ROWS, COLUMNS);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(features.getDouble(1000, 0, row, column))
                        .isEqualTo(IMAGES.pixel((1000 * ROWS + row) * COLUMNS + column) / 255.0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"DOUBLE", "FLOAT"})
    void labelsHaveAOneInTheColumnOfTheirClass(DataType type) {
        INDArray labels = new ImageExamples(IMAGES, new double[256], type)
                .pick(IntStream.range(0, COUNT).toArray(), 6)
                .labels();
        assertThat(labels.dataType()).isEqualTo(type);
        assertThat(labels.shape()).containsExactly(COUNT, 6);
        for (int image = 0; image < COUNT; image++) {
            for (int label = 0; label < 6; label++) {
                assertThat(labels.getDouble(image, label)).isEqualTo(IMAGES.label(image) == label ? 1 : 0);
            }
        }
    }

    @Test
    void standardizedPixelsOfTheTrainingImagesUsedHaveMean0AndVariance1() {
        int used = 700;
        double[] values =
                Scaling.STANDARDIZED.values(IMAGES, IntStream.range(0, used).toArray());
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < used * IMAGES.size(); i++) {
            double value = values[IMAGES.pixel(i)];
            sum += value;
            squares += value * value;
        }
        assertThat(sum / (used * IMAGES.size())).isCloseTo(0, within(1e-12));
        assertThat(squares / (used * IMAGES.size())).isCloseTo(1, within(1e-12));
        assertThat(values[255] - values[0]).isCloseTo(255 * (values[1] - values[0]), within(1e-9));
    }

    @Test
    void pixelsThatAreAllAlikeCannotBeStandardized() {
        LabeledImages blank = new LabeledImages(new byte[12], new byte[2], ROWS, COLUMNS);
        assertThatThrownBy(() -> Scaling.STANDARDIZED.values(blank, new int[] {0, 1}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.scaling: standardized needs pixels that differ; take unit");
    }

    private static LabeledImages random() {
        UniformRandomProvider random = Seeds.generator(1, "images");
        byte[] pixels = new byte[COUNT * ROWS * COLUMNS];
        random.nextBytes(pixels);
        byte[] labels = new byte[COUNT];
        IntStream.range(0, COUNT).forEach(i -> labels[i] = (byte) random.nextInt(5));
        return new LabeledImages(pixels, labels, ROWS, COLUMNS);
    }
}
