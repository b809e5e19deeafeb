package org.initbench.scenario;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.initbench.config.Section;
import org.initbench.data.DataRequest;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.random.Seeds;
import org.nd4j.linalg.activations.Activation;

/**
 * What a stack of equal layers makes of standard-normal input before any training: 5 layers of 100 units by default. The
 * study behind the classic five-panel histograms of vanishing and saturating activations.
 */
final class ActivationsScenario implements Scenario {

    private final int depth;
    private final int width;
    private final Activation activation;
    private final boolean bias;
    private final int examples;
    private final int inputs;

    ActivationsScenario(Section network, Section data) {
        depth = network.integer("depth", 5, 1);
        width = network.integer("width", 100, 1);
        activation = Hidden.activation(network, "sigmoid");
        bias = network.flag("bias", false);
        examples = data.integer("examples", 1000, 1);
        inputs = data.integer("inputs", 100, 1);
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        NeuralNetConfiguration.ListBuilder layers = base.list();
        for (int layer = 0; layer < depth; layer++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(layer == 0 ? inputs : width)
                    .nOut(width)
                    .activation(activation)
                    .hasBias(bias)
                    .build());
        }
        return Network.of(layers.build());
    }

    @Override
    public boolean isTrained() {
        return false;
    }

    @Override
    public TrialData data(DataRequest request) {
        UniformRandomProvider generator = Seeds.generator(request.studySeed(), request.repetition(), "data");
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(generator);
        double[][] features = new double[examples][inputs];
        for (double[] example : features) {
            for (int i = 0; i < inputs; i++) {
                example[i] = gaussian.sample();
            }
        }
        return new TrialData("standard_normal", Examples.unlabeled(features, request.type()), Optional.empty());
    }
}
