package org.initbench.scenario;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.initbench.config.Section;
import org.initbench.network.Activations;
import org.nd4j.linalg.activations.Activation;

/**
 * What the hidden layers of a network have in common. With batch normalization a layer is linear, normalized, and activated
 * by a layer of its own (Ioffe &amp; Szegedy 2015).
 *
 * @param activation of the hidden layers
 * @param batchNorm whether each is normalized before its activation
 * @param bias whether layers have biases; next to a normalization they never do
 */
public record Hidden(Activation activation, boolean batchNorm, boolean bias) {

    /**
     * Reads {@code activation}, {@code batchNorm} and {@code bias} of a study's {@code network} section.
     *
     * @param activation by name, where the section has none
     * @param bias whether there are biases, where the section does not say
     */
    public static Hidden read(Section network, String activation, boolean bias) {
        return new Hidden(
                activation(network, activation), network.flag("batchNorm", false), network.flag("bias", bias));
    }

    /** Reads {@code activation} of a study's {@code network} section. */
    public static Activation activation(Section network, String fallback) {
        return Activations.named(network.choice("activation", fallback, Activations.names()));
    }

    /** The activation of the layer itself. */
    public Activation own() {
        return batchNorm ? Activation.IDENTITY : activation;
    }

    /** Whether the layer itself has biases. */
    public boolean hasBias() {
        return bias && !batchNorm;
    }

    /** Adds a layer with {@link #own} activation and {@link #hasBias} biases, and what has to follow it. */
    public void add(ListBuilder layers, FeedForwardLayer layer) {
        layers.layer(layer);
        if (batchNorm) {
            layers.layer(new BatchNormalization());
            layers.layer(new ActivationLayer(activation));
        }
    }
}
