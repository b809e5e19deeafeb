package org.initbench.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

/** Numbers the layers of a network that have weights. */
final class LayerCollector {

    private final List<WeightLayer> layers = new ArrayList<>();

    /** Takes a layer if it has weights. */
    void add(String key, Layer layer) {
        Layer inner = unwrapped(layer);
        if (inner.initializer().weightKeys(inner).isEmpty()) {
            return;
        }
        if (!(inner instanceof BaseLayer weighted)) {
            throw new IllegalArgumentException("layer " + layer.getLayerName() + " is a "
                    + inner.getClass().getSimpleName() + ", whose weights cannot be set");
        }
        layers.add(new WeightLayer(layers.size(), layer.getLayerName(), key, weighted));
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
