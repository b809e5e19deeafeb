package org.initbench.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.config.Section;
import org.initbench.data.DataRequest;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.SourceData.Form;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A deep autoencoder: dense layers of one width, in whose middle is a narrow one, then a linear output that is to be the input again, by the
 * mean squared error. Linear layers by default, of which Saxe et al. 2013 tell how they learn.
 */
final class AutoencoderScenario implements SourcedScenario {

    private final int depth;
    private final int width;
    private final int code;
    private final Activation activation;
    private final SourceData source;

    AutoencoderScenario(Section network, Section data) {
        depth = network.integer("depth", 10, 1);
        width = network.integer("width", 100, 1);
        code = network.integer("code", 30, 1);
        activation = Hidden.activation(network, "linear");
        source = SourceData.read(data, "auto", Form.FLAT);
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        int inputs = (int) data.train().features().size(1);
        List<Integer> widths = new ArrayList<>(Collections.nCopies(depth, width));
        widths.set(depth / 2, code);
        ListBuilder layers = base.list();
        widths.forEach(units -> layers.layer(
                new DenseLayer.Builder().nOut(units).activation(activation).build()));
        layers.layer(new OutputLayer.Builder(LossFunction.MSE)
                .nOut(inputs)
                .activation(Activation.IDENTITY)
                .build());
        return Network.of(layers.setInputType(InputType.feedForward(inputs)).build());
    }

    /** With the inputs for labels. */
    @Override
    public TrialData data(DataRequest request) {
        return source.data(request).map(examples -> new Examples(examples.features(), examples.features()));
    }

    @Override
    public boolean isClassifier() {
        return false;
    }

    @Override
    public SourceData source() {
        return source;
    }
}
