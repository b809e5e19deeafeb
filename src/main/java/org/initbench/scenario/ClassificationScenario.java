package org.initbench.scenario;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.config.Section;
import org.initbench.data.DataSource;
import org.initbench.data.TabularData;
import org.initbench.data.TrialData;
import org.initbench.network.Network;

/**
 * Points with some features that tell their class and some that do not, and a ReLU net, 20-64-64-1 by default. Two classes
 * end in a sigmoid, more in a softmax.
 */
final class ClassificationScenario implements SourcedScenario {

    private final Mlp mlp;
    private final TabularData examples;

    ClassificationScenario(Section network, Section data) {
        mlp = Mlp.read(network, List.of(64, 64), "relu");
        examples = new TabularData(data);
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        int inputs = (int) data.train().features().size(1);
        int outputs = (int) data.train().labels().size(1);
        return outputs == 1 ? mlp.sigmoid(base.list(), inputs) : mlp.softmax(base.list(), inputs, outputs);
    }

    @Override
    public DataSource source() {
        return examples;
    }
}
