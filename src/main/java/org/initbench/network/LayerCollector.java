package org.initbench.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** Numbers the layers of a network that have weights. */
final class LayerCollector {

    private final List<WeightLayer> layers = new ArrayList<>();

    /**
     * Takes a layer if it has weights; its activation may be a layer of its own.
     *
     * @throws UnsuitableLayerException if the weights are not a {@code BaseLayer}'s
     */
    void add(String key, Layer layer, Optional<ActivationLayer> activation) {
        Layer inner = unwrapped(layer);
        if (!hasWeights(inner)) {
            return;
        }
        if (!(inner instanceof BaseLayer weighted)) {
            throw new UnsuitableLayerException(layer.getLayerName(), inner);
        }
        boolean isLinear = weighted.getActivationFn() instanceof ActivationIdentity;
        ActivationLayer own = isLinear ? activation.orElse(null) : null;
        layers.add(new WeightLayer(layers.size(), layer.getLayerName(), key, weighted, own));
    }

    /** Whether a layer has weights. */
    static boolean hasWeights(Layer layer) {
        Layer inner = unwrapped(layer);
        return !inner.initializer().weightKeys(inner).isEmpty();
    }

    /** Whether a parameter of any of these has a penalty: L1, L2 or weight decay, on weights or biases. */
    static boolean isRegularised(org.deeplearning4j.nn.api.Layer[] layers) {
        return Arrays.stream(layers).map(layer -> layer.conf().getLayer()).anyMatch(LayerCollector::isRegularised);
    }

    private static boolean isRegularised(Layer layer) {
        return layer.initializer().paramKeys(layer).stream()
                .map(layer::getRegularizationByParam)
                .anyMatch(penalties -> penalties != null && !penalties.isEmpty());
    }

    List<WeightLayer> collected() {
        return List.copyOf(layers);
    }

    /** The layer inside any wrappers, such as LastTimeStep. */
    private static Layer unwrapped(Layer layer) {
        Layer inner = layer;
        while (inner instanceof BaseWrapperLayer wrapper) {
            inner = wrapper.getUnderlying();
        }
        return inner;
    }
}
