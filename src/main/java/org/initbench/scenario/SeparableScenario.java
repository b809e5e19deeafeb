package org.initbench.scenario;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.config.Section;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.SourceData.Form;

/**
 * Points of a plane, told apart by a line, and a sigmoid net without biases, 2-4-1 by default: even so easy a task is beyond a
 * network of zeros.
 */
final class SeparableScenario implements SourcedScenario {

    private final Mlp mlp;
    private final SourceData source;
    private final Outputs outputs;

    SeparableScenario(Section network, Section data) {
        mlp = Mlp.read(network, network.integers("hidden", List.of(4), 1), "sigmoid", false);
        source = SourceData.readOrOwn(data, "separable", Form.FLAT);
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
}
