package org.initbench.probe;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The layers of a network that have weights: those that are numbered in the {@code layer} column. */
public final class WeightLayers {

    private WeightLayers() {}

    /**
     * A layer with weights.
     *
     * @param position among the layers with weights, from 0
     * @param name DL4J's of the layer
     * @param weights DL4J's parameter names, as {@code 0_W}
     * @param biases likewise
     */
    public record WeightLayer(
            int position, String name, BaseLayer configuration, List<String> weights, List<String> biases) {

        /** All parameter names, weights first. */
        public List<String> parameters() {
            List<String> all = new ArrayList<>(weights);
            all.addAll(biases);
            return all;
        }
    }

    /** The layers, first to last. */
    public static List<WeightLayer> of(MultiLayerNetwork network) {
        List<WeightLayer> layers = new ArrayList<>();
        for (int i = 0; i < network.getnLayers(); i++) {
            Layer layer = network.getLayer(i).conf().getLayer();
            String name = layer.getLayerName();
            while (layer instanceof BaseWrapperLayer wrapper) {
                layer = wrapper.getUnderlying();
            }
            if (layer instanceof BaseLayer base) {
                List<String> weights = present(network, i, base.initializer().weightKeys(base));
                List<String> biases = present(network, i, base.initializer().biasKeys(base));
                if (!weights.isEmpty()) {
                    layers.add(new WeightLayer(layers.size(), name, base, weights, biases));
                }
            }
        }
        return layers;
    }

    private static List<String> present(MultiLayerNetwork network, int index, List<String> keys) {
        List<String> names = new ArrayList<>();
        for (String key : keys) {
            String name = index + "_" + key;
            INDArray parameter = network.getParam(name);
            if (parameter != null) {
                names.add(name);
            }
        }
        return names;
    }
}
