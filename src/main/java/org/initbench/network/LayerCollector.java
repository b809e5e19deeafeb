package org.initbench.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** Numbers the layers of a network that have weights. */
final class LayerCollector {

    private final List<WeightLayer> layers = new ArrayList<>();
    private final List<String> unserved = new ArrayList<>();

    /** Takes a layer, or a vertex with parameters, if it has weights; its activation may be a layer of its own. */
    void add(String key, TrainingConfig layer, Optional<ActivationLayer> activation) {
        LayerKind kind = LayerKind.of(layer);
        String name = layer.getLayerName() == null ? key : layer.getLayerName();
        if (LayerKind.isFrozen(layer)) {
            unserved.add("layer " + name + " is frozen and keeps what it holds");
        } else if (!kind.weightKeys().isEmpty()) {
            boolean isLinear = kind.activation() instanceof ActivationIdentity;
            ActivationLayer own = isLinear ? activation.orElse(null) : null;
            layers.add(new WeightLayer(layers.size(), name, key, kind, own));
            if (kind.known().isEmpty()) {
                String type = kind.configuration().getClass().getSimpleName();
                unserved.add("layer " + name + " is of type " + type
                        + ", for whose weights initializers have no rule; it keeps DL4J's own values");
            }
        }
    }

    /** Whether a layer has weights. */
    static boolean hasWeights(TrainingConfig layer) {
        return !LayerKind.of(layer).weightKeys().isEmpty();
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

    /** A sentence about each layer that no initializer fills. */
    List<String> unserved() {
        return List.copyOf(unserved);
    }
}
