package org.initbench.scenario;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.initbench.config.Section;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.SourceData.Form;
import org.nd4j.linalg.activations.Activation;

/**
 * The adding problem, which a recurrent layer can solve if it keeps a number over many steps: a linear output on its last
 * step, trained on squared error. The study behind recurrent weights that start as the identity. Le, Jaitly &amp; Hinton
 * 2015.
 */
final class AddingScenario implements SourcedScenario {

    private final int units;
    private final Activation activation;
    private final SourceData source;
    private final Outputs outputs;

    AddingScenario(Section network, Section data) {
        units = network.integer("units", 100, 1);
        activation = Hidden.activation(network, "relu");
        source = SourceData.readOrOwn(data, "adding", Form.LABELED_SEQUENCES);
        outputs = Outputs.ofValues(network, source.task());
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        return Network.of(base.list()
                .layer(new LastTimeStep(new SimpleRnn.Builder()
                        .nIn(data.train().features().size(1))
                        .nOut(units)
                        .activation(activation)
                        .build()))
                .layer(outputs.of(data.train().labels().size(1)).nIn(units).build())
                .build());
    }

    @Override
    public SourceData source() {
        return source;
    }
}
