package org.initbench.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The adding problem: of a sequence of numbers uniform on [0, 1), the sum of the two that a mask marks. Any two places may
 * be marked, each pair with the same probability. Always answering 1 has a mean squared error of 1/6. Hochreiter &amp;
 * Schmidhuber 1997, as Le, Jaitly &amp; Hinton 2015 pose it.
 */
public final class AddingProblem {

    private AddingProblem() {}

    /**
     * Draws sequences.
     *
     * @param length steps of each, at least 2
     * @return features (count, 2, length): numbers, then the mask; labels (count, 1)
     */
    public static Examples draw(int count, int length, UniformRandomProvider generator, DataType type) {
        double[][][] features = new double[count][2][length];
        double[][] sums = new double[count][1];
        for (int i = 0; i < count; i++) {
            double[] numbers = features[i][0];
            for (int step = 0; step < length; step++) {
                numbers[step] = generator.nextDouble();
            }
            int one = generator.nextInt(length);
            int other = (one + 1 + generator.nextInt(length - 1)) % length;
            features[i][1][one] = 1;
            features[i][1][other] = 1;
            sums[i][0] = numbers[one] + numbers[other];
        }
        return new Examples(
                Nd4j.createFromArray(features).castTo(type),
                Nd4j.createFromArray(sums).castTo(type));
    }
}
