package org.initbench.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;

/**
 * A layer with weights: one of those that the {@code layer} column numbers.
 *
 * @param position among the layers with weights, from 0
 * @param name DL4J's of the layer or vertex
 * @param key with which the names of its parameters begin: its index in a stack, its name in a graph
 * @param configuration which the layer obeys; inside any wrappers
 * @param activationLayer the layer of its own that holds its activation, with nothing but layers without weights between;
 *     null where the layer itself holds it
 */
public record WeightLayer(
        int position, String name, String key, BaseLayer configuration, @Nullable ActivationLayer activationLayer) {

    /** The activation that its outputs go through. */
    public IActivation activation() {
        return activationLayer == null ? configuration.getActivationFn() : activationLayer.getActivationFn();
    }

    /** Puts another in the place of {@link #activation}, at once. */
    public void setActivation(IActivation activation) {
        if (activationLayer == null) {
            configuration.setActivationFn(activation);
        } else {
            activationLayer.setActivationFn(activation);
        }
    }

    /** Whether weights, biases and activation are all there is to it: no normalization, dropout or noise. */
    boolean isPlain() {
        boolean isNormalized = (configuration instanceof DenseLayer dense && dense.hasLayerNorm())
                || (configuration instanceof SimpleRnn recurrent && recurrent.hasLayerNorm());
        return !isNormalized && configuration.getIDropout() == null && configuration.getWeightNoise() == null;
    }

    /** DL4J's names of its weights, as {@code 0_W}. */
    public List<String> weights() {
        return names(configuration.initializer().weightKeys(configuration));
    }

    /** DL4J's names of its biases, as {@code 0_b}. */
    public List<String> biases() {
        return names(configuration.initializer().biasKeys(configuration));
    }

    /** All parameter names, weights first. */
    public List<String> parameters() {
        List<String> all = new ArrayList<>(weights());
        all.addAll(biases());
        return all;
    }

    private List<String> names(List<String> keys) {
        return keys.stream().map(parameter -> key + "_" + parameter).toList();
    }
}
