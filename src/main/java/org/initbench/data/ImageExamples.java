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

    /** The images at these positions, (images, channels, rows, columns), with a column of labels for each class. */
    Examples pick(int[] positions, int classes) {
        int count = positions.length;
        INDArray features = Nd4j.createUninitialized(type, count, images.size());
        INDArray labels = Nd4j.zeros(type, count, classes);
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(from + BLOCK, count);
            features.get(NDArrayIndex.interval(from, to)).assign(block(positions, from, to));
        }
        for (int place = 0; place < count; place++) {
            labels.putScalar(place, images.label(positions[place]), 1);
        }
        return new Examples(features.reshape('c', count, images.channels(), images.rows(), images.columns()), labels);
    }

    /** (to − from, pixels). */
    private INDArray block(int[] positions, int from, int to) {
        int size = images.size();
        double[] block = new double[(to - from) * size];
        for (int place = from; place < to; place++) {
            int first = positions[place] * size;
            for (int i = 0; i < size; i++) {
                block[(place - from) * size + i] = values[images.pixel(first + i)];
            }
        }
        return Nd4j.createFromArray(block).reshape('c', to - from, size);
    }
}
