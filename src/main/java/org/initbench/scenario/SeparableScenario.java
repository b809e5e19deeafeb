package org.initbench.scenario;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.config.Section;
import org.initbench.data.DataRequest;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.random.RandomState;

/**
 * Standard-normal points of a plane, told apart by the sign of x1 + x2, and a sigmoid net without biases, 2-4-1 by default:
 * even so easy a task is beyond a network of zeros. There is no test set; all points are for training. Points come from
 * NumPy's generator, {@code seed(s); randn(n, 2)}; each repetition adds 1 to the seed.
 */
final class SeparableScenario implements Scenario {

    private static final int INPUTS = 2;

    private final Mlp mlp;
    private final int count;
    private final long seed;

    SeparableScenario(Section network, Section data) {
        mlp = Mlp.read(network, network.integers("hidden", List.of(4), 1), "sigmoid", false);
        count = data.integer("train", 100, 2);
        seed = data.integer("trainSeed", 42L, 0, RandomState.MAX_SEED);
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        return mlp.sigmoid(base.list(), INPUTS);
    }

    @Override
    public TrialData data(DataRequest request) {
        RandomState generator = new RandomState(RandomState.nextSeed(seed, request.repetition()));
        double[][] points = new double[count][INPUTS];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            points[i][0] = generator.standardNormal();
            points[i][1] = generator.standardNormal();
            labels[i] = points[i][0] + points[i][1] > 0 ? 1 : 0;
        }
        return new TrialData("separable", Examples.binary(points, labels, request.type()), Optional.empty());
    }
}
