package org.initbench.scenario;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.config.Section;
import org.initbench.network.Network;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Dense layers one after the other and an output layer: a multilayer perceptron, by the {@code network} section of a study.
 * With batch normalization a hidden layer is linear, normalized, and activated by a layer of its own (Ioffe &amp; Szegedy
 * 2015).
 *
 * @param hidden units of each hidden layer
 * @param activation of the hidden layers
 * @param batchNorm whether each hidden layer is normalized before its activation
 * @param bias whether layers have biases; next to a normalization they never do
 */
record Mlp(List<Integer> hidden, Activation activation, boolean batchNorm, boolean bias) {

    /** Reads {@code hidden}, {@code activation}, {@code batchNorm} and {@code bias}. */
    static Mlp read(Section network, List<Integer> hidden, String activation) {
        return read(network, network.integers("hidden", hidden, 1), activation, true);
    }

    /** Reads {@code activation}, {@code batchNorm} and {@code bias} for hidden layers that are given otherwise. */
    static Mlp read(Section network, List<Integer> hidden, String activation, boolean bias) {
        return new Mlp(
                hidden,
                Activations.read(network, activation),
                network.flag("batchNorm", false),
                network.flag("bias", bias));
    }

    /** A network that tells {@code classes} classes apart by a softmax. */
    Network softmax(ListBuilder layers, int inputs, int classes) {
        return ended(
                layers,
                inputs,
                new OutputLayer.Builder(LossFunction.MCXENT).nOut(classes).activation(Activation.SOFTMAX));
    }

    /** A network whose one output is the probability of class 1. */
    Network sigmoid(ListBuilder layers, int inputs) {
        return ended(
                layers,
                inputs,
                new OutputLayer.Builder(new SigmoidCrossEntropy()).nOut(1).activation(Activation.SIGMOID));
    }

    private Network ended(ListBuilder layers, int inputs, OutputLayer.Builder output) {
        for (int units : hidden) {
            addHidden(layers, units);
        }
        layers.layer(output.hasBias(bias).build());
        return Network.of(layers.setInputType(InputType.feedForward(inputs)).build());
    }

    private void addHidden(ListBuilder layers, int units) {
        layers.layer(new DenseLayer.Builder()
                .nOut(units)
                .activation(batchNorm ? Activation.IDENTITY : activation)
                .hasBias(bias && !batchNorm)
                .build());
        if (batchNorm) {
            layers.layer(new BatchNormalization());
            layers.layer(new ActivationLayer(activation));
        }
    }
}
