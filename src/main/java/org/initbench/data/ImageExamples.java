package org.initbench.data;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Makes examples of images, a block at a time, so that all pixels are there but once besides their bytes. */
final class ImageExamples {

    private static final int BLOCK = 1000;

    private final LabeledImages images;
    private final double[] values;
    private final DataType type;

    /**
     * Conversion of these images.
     *
     * @param values of each grey value
     * @param type of features and labels
     */
    ImageExamples(LabeledImages images, double[] values, DataType type) {
        this.images = images;
        this.values = values;
        this.type = type;
    }

    /** The first {@code count} images in that layout, with a column of labels for each class. */
    Examples first(int count, ImageData.Layout layout, int classes) {
        INDArray features = Nd4j.createUninitialized(type, count, images.size());
        INDArray labels = Nd4j.zeros(type, count, classes);
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(from + BLOCK, count);
            features.get(NDArrayIndex.interval(from, to)).assign(block(from, to));
        }
        for (int image = 0; image < count; image++) {
            labels.putScalar(image, images.label(image), 1);
        }
        return new Examples(
                layout == ImageData.Layout.FLAT
                        ? features
                        : features.reshape('c', count, 1, images.rows(), images.columns()),
                labels);
    }

    /** (to − from, pixels). */
    private INDArray block(int from, int to) {
        int size = images.size();
        double[] block = new double[(to - from) * size];
        for (int i = 0; i < block.length; i++) {
            block[i] = values[images.pixel(from * size + i)];
        }
        return Nd4j.createFromArray(block).reshape('c', to - from, size);
    }
}
