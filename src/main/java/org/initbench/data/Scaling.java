package org.initbench.data;

import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;

/** What a network gets to see of pixels. */
enum Scaling {
    /** From 0 to 1. */
    UNIT,
    /** Mean 0 and variance 1 over the pixels that are trained on. */
    STANDARDIZED;

    private static final int GREYS = 256;
    private static final double WHITE = 255;

    /**
     * The scaled value of each grey value.
     *
     * @param train the images
     * @param positions of those that are trained on
     * @throws InvalidInputException if all pixels are alike and cannot be standardized
     */
    double[] values(LabeledImages train, int[] positions) {
        if (this == UNIT) {
            return IntStream.range(0, GREYS).mapToDouble(grey -> grey / WHITE).toArray();
        }
        long[] histogram = new long[GREYS];
        int size = train.size();
        long pixels = (long) positions.length * size;
        for (int image : positions) {
            for (int i = 0; i < size; i++) {
                histogram[train.pixel(image * size + i)]++;
            }
        }
        double mean = moment(histogram, 0, 1) / pixels;
        double std = Math.sqrt(moment(histogram, mean, 2) / pixels);
        if (std == 0) {
            throw new InvalidInputException("data.scaling: standardized needs pixels that differ; take unit");
        }
        return IntStream.range(0, GREYS)
                .mapToDouble(grey -> (grey - mean) / std)
                .toArray();
    }

    private static double moment(long[] histogram, double centre, int power) {
        return IntStream.range(0, GREYS)
                .mapToDouble(grey -> histogram[grey] * Math.pow(grey - centre, power))
                .sum();
    }
}
