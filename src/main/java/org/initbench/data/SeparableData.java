package org.initbench.data;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.Section;
import org.initbench.random.RandomState;

/**
 * Standard-normal points of a plane, told apart by the sign of x1 + x2. There is no test set; all points are for training. They
 * come from NumPy's generator, {@code seed(s); randn(n, 2)}; each repetition adds 1 to the seed.
 */
final class SeparableData implements DataSource {

    private static final String NAME = "separable";
    private static final int INPUTS = 2;

    private final int count;
    private final long seed;

    SeparableData(Section data) {
        count = data.integer("train", 100, 2);
        seed = data.integer("trainSeed", 42L, 0, RandomState.MAX_SEED);
    }

    @Override
    public ResolvedData resolve(DataFolders folders) {
        return new ResolvedData(
                NAME, InputType.feedForward(INPUTS), Task.classes(2), DataOrigin.NOTHING, List.of(), this::open);
    }

    private TrialData open(DataRequest request) {
        RandomState generator = new RandomState(RandomState.nextSeed(seed, request.repetition()));
        double[][] points = new double[count][INPUTS];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            points[i][0] = generator.standardNormal();
            points[i][1] = generator.standardNormal();
            labels[i] = points[i][0] + points[i][1] > 0 ? 1 : 0;
        }
        return new TrialData(NAME, Examples.binary(points, labels, request.type()), Optional.empty());
    }
}
