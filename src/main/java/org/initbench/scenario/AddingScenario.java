package org.initbench.scenario;

import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.initbench.config.Section;
import org.initbench.data.AddingProblem;
import org.initbench.data.DataRequest;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.random.Seeds;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The adding problem, which a recurrent layer can solve if it keeps a number over many steps: a linear output on its last
 * step, trained on squared error. The study behind recurrent weights that start as the identity. Le, Jaitly &amp; Hinton
 * 2015.
 */
final class AddingScenario implements Scenario {

    private final int units;
    private final Activation activation;
    private final int trainCount;
    private final int testCount;
    private final int length;

    AddingScenario(Section network, Section data) {
        units = network.integer("units", 100, 1);
        activation = Hidden.activation(network, "relu");
        trainCount = data.integer("train", 10_000, 1);
        testCount = data.integer("test", 1000, 1);
        length = data.integer("length", 40, 2);
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        return Network.of(base.list()
                .layer(new LastTimeStep(new SimpleRnn.Builder()
                        .nIn(2)
                        .nOut(units)
                        .activation(activation)
                        .build()))
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(units)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    }

    @Override
    public boolean isClassifier() {
        return false;
    }

    @Override
    public TrialData data(DataRequest request) {
        return new TrialData(
                "adding", draw("train", trainCount, request), Optional.of(draw("test", testCount, request)));
    }

    private Examples draw(String split, int count, DataRequest request) {
        return AddingProblem.draw(
                count, length, Seeds.generator(request.studySeed(), request.repetition(), split), request.type());
    }
}
