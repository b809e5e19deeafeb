package org.initbench.networkfile;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.networkfile.Configured.Graphed;
import org.initbench.networkfile.Configured.Stacked;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Makes an output layer of a network's last dense layer, as Keras' models have their loss beside the layers. An activation
 * that follows as a layer of its own becomes the output layer's, as losses look at it.
 */
final class AddedLoss {

    private AddedLoss() {}

    /** Changes the configuration in place. */
    static void to(Configured network, ILossFunction loss) {
        List<Part> parts = network.parts();
        String output = network.outputs().get(0);
        Part last = parts.stream()
                .filter(part -> part.name().equals(output))
                .findFirst()
                .orElseThrow();
        @Nullable
        ActivationLayer after = last.layer().orElse(null) instanceof ActivationLayer activation ? activation : null;
        Part dense = after == null
                ? last
                : parts.stream()
                        .filter(part -> last.from().contains(part.name()))
                        .findFirst()
                        .orElse(last);
        if (!(dense.layer().orElse(null) instanceof DenseLayer layer)
                || dense.conf() == null
                || (after != null && !(layer.getActivationFn() instanceof ActivationIdentity))) {
            throw new Refusal("a loss is added to a last layer that is dense, and that is "
                    + last.layer()
                            .map(Layer::getClass)
                            .map(Class::getSimpleName)
                            .orElse("no layer")
                    + "; save the network with an output layer");
        }
        dense.conf().setLayer(output(layer, after == null ? layer.getActivationFn() : after.getActivationFn(), loss));
        if (after != null) {
            remove(network, last, dense);
        }
    }

    private static OutputLayer output(DenseLayer dense, IActivation activation, ILossFunction loss) {
        OutputLayer output = new OutputLayer.Builder(loss)
                .nIn(dense.getNIn())
                .nOut(dense.getNOut())
                .hasBias(dense.isHasBias())
                .activation(activation)
                .weightInit(dense.getWeightInitFn())
                .build();
        output.setLayerName(dense.getLayerName());
        output.setBiasInit(dense.getBiasInit());
        output.setGainInit(dense.getGainInit());
        output.setIDropout(dense.getIDropout());
        output.setConstraints(dense.getConstraints());
        output.setWeightNoise(dense.getWeightNoise());
        output.setIUpdater(dense.getIUpdater());
        output.setBiasUpdater(dense.getBiasUpdater());
        output.setRegularization(dense.getRegularization());
        output.setRegularizationBias(dense.getRegularizationBias());
        output.setGradientNormalization(dense.getGradientNormalization());
        output.setGradientNormalizationThreshold(dense.getGradientNormalizationThreshold());
        return output;
    }

    private static void remove(Configured network, Part activation, Part dense) {
        if (network instanceof Stacked stacked) {
            MultiLayerConfiguration stack = stacked.configuration();
            List<NeuralNetConfiguration> layers = stack.getConfs();
            stack.setConfs(new ArrayList<>(layers.subList(0, layers.size() - 1)));
        } else {
            ComputationGraphConfiguration graph = ((Graphed) network).configuration();
            graph.getVertices().remove(activation.name());
            graph.getVertexInputs().remove(activation.name());
            graph.setNetworkOutputs(List.of(dense.name()));
            if (graph.getVertices().get(dense.name()) instanceof LayerVertex last) {
                last.setOutputVertex(true);
            }
        }
    }
}
