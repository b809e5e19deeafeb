package org.initbench.scenario;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.config.Range;
import org.initbench.config.Section;
import org.initbench.data.DataRequest;
import org.initbench.data.Examples;
import org.initbench.data.Moons;
import org.initbench.data.TrialData;
import org.initbench.init.Seeding;
import org.initbench.network.Network;
import org.initbench.random.RandomState;

/**
 * Two half circles to tell apart with a small net, 2-10-5-1 by default: the classic lesson on zero, large and He
 * initialization. Data and weights come from NumPy's generator, so that a NumPy program can be reproduced to the digit;
 * each repetition adds 1 to every seed.
 */
final class MoonsScenario implements Scenario {

    private static final int INPUTS = 2;

    private final Mlp mlp;
    private final long weightSeed;
    private final int trainCount;
    private final int testCount;
    private final double noise;
    private final long trainSeed;
    private final long testSeed;

    MoonsScenario(Section network, Section data) {
        mlp = Mlp.read(network, List.of(10, 5), "relu");
        weightSeed = network.integer("weightSeed", 3L, 0, RandomState.MAX_SEED);
        trainCount = data.integer("train", 300, 2);
        testCount = data.integer("test", 100, 2);
        noise = data.number("noise", 0.05, Range.NON_NEGATIVE);
        trainSeed = data.integer("trainSeed", 1L, 0, RandomState.MAX_SEED);
        testSeed = data.integer("testSeed", 2L, 0, RandomState.MAX_SEED);
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        return mlp.sigmoid(base.list(), INPUTS);
    }

    @Override
    public TrialData data(DataRequest request) {
        return new TrialData(
                "make_moons", draw(trainCount, trainSeed, request), Optional.of(draw(testCount, testSeed, request)));
    }

    @Override
    public Seeding seeding(long studySeed, int repetition) {
        return Seeding.numpySequence(RandomState.nextSeed(weightSeed, repetition));
    }

    private Examples draw(int count, long seed, DataRequest request) {
        Moons moons = Moons.make(count, noise, RandomState.nextSeed(seed, request.repetition()));
        return Examples.binary(moons.points(), moons.labels(), request.type());
    }
}
