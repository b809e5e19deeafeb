package org.initbench.trial;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.data.DataRequest;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.random.Seeds;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Pictures of two channels, of noise and a bright half: the left one, or the right one. */
final class Pictures {

    static final int CHANNELS = 2;
    static final int SIZE = 8;
    private static final int COUNT = 32;

    private Pictures() {}

    static TrialData data(DataRequest request) {
        UniformRandomProvider generator = Seeds.generator(request.studySeed(), request.repetition(), "pictures");
        INDArray pictures = Nd4j.zeros(request.type(), COUNT, CHANNELS, SIZE, SIZE);
        INDArray labels = Nd4j.zeros(request.type(), COUNT, 2);
        for (int picture = 0; picture < COUNT; picture++) {
            int half = generator.nextInt(2);
            labels.putScalar(new int[] {picture, half}, 1);
            for (int channel = 0; channel < CHANNELS; channel++) {
                for (int y = 0; y < SIZE; y++) {
                    for (int x = 0; x < SIZE; x++) {
                        double bright = x / (SIZE / 2) == half ? 1 : 0;
                        pictures.putScalar(new int[] {picture, channel, y, x}, bright + 0.3 * generator.nextDouble());
                    }
                }
            }
        }
        return new TrialData("pictures", new Examples(pictures, labels), Optional.empty());
    }
}
