package org.initbench.scenario;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.config.Section;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.SourceData.Form;

/**
 * Points with some features that tell their class and some that do not, and a ReLU net, 20-64-64-1 by default. Two classes
 * end in a sigmoid, more in a softmax.
 */
final class ClassificationScenario implements SourcedScenario {

    private final Mlp mlp;
    private final SourceData source;
    private final Outputs outputs;

    ClassificationScenario(Section network, Section data) {
        mlp = Mlp.read(network, List.of(64, 64), "relu");
        source = SourceData.read(data, "generated", Form.FLAT);
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
