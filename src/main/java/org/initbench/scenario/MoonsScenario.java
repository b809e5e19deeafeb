package org.initbench.scenario;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.config.Section;
import org.initbench.data.TrialData;
import org.initbench.init.Seeding;
import org.initbench.network.Network;
import org.initbench.random.RandomState;
import org.initbench.scenario.SourceData.Form;

/**
 * Two half circles to tell apart with a small net, 2-10-5-1 by default: the classic lesson on zero, large and He
 * initialization. Data and weights come from NumPy's generator, so that a NumPy program can be reproduced to the digit;
 * each repetition adds 1 to every seed.
 */
final class MoonsScenario implements SourcedScenario {

    private final Mlp mlp;
    private final long weightSeed;
    private final SourceData source;
    private final Outputs outputs;

    MoonsScenario(Section network, Section data) {
        mlp = Mlp.read(network, List.of(10, 5), "relu");
        weightSeed = network.integer("weightSeed", 3L, 0, RandomState.MAX_SEED);
        source = SourceData.readOrOwn(data, "moons", Form.FLAT);
        outputs = Outputs.read(network, source.task());
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        return mlp.of(base.list(), data, outputs);
    }

    @Override
    public SourceData source() {
        return source;
    }

    @Override
    public Seeding seeding(long studySeed, int repetition) {
        return Seeding.numpySequence(RandomState.nextSeed(weightSeed, repetition));
    }
}
