package org.initbench.init;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.initbench.init.Slot.Kind;

/** Finds the weight parameters of a DL4J configuration, and plants an initializer there. */
final class Slots {

    private static final String WEIGHTS = "W";
    private static final String RECURRENT_WEIGHTS = "RW";

    private Slots() {}

    /** A layer with weights. {@code index} is DL4J's, which counts layers without weights too. */
    record WeightLayer(int index, BaseLayer layer) {}

    /** The layers with weights, first to last. */
    static List<WeightLayer> layers(MultiLayerConfiguration network) {
        List<WeightLayer> layers = new ArrayList<>();
        for (int i = 0; i < network.getConfs().size(); i++) {
            Layer layer = unwrapped(network.getConf(i).getLayer());
            if (layer instanceof FeedForwardLayer weighted
                    && !layer.initializer().weightKeys(layer).isEmpty()) {
                layers.add(new WeightLayer(i, weighted));
            }
        }
        return layers;
    }

    /** The layer inside any wrappers, such as LastTimeStep. */
    static Layer unwrapped(Layer layer) {
        Layer inner = layer;
        while (inner instanceof BaseWrapperLayer wrapper) {
            inner = wrapper.getUnderlying();
        }
        return inner;
    }

    /** The weight parameters of these layers, in the order in which DL4J initializes them. */
    static List<Slot> of(List<WeightLayer> layers) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            slots.addAll(slotsOf(layers.get(i).layer(), i, layers.size()));
        }
        return List.copyOf(slots);
    }

    /** Makes DL4J take the values of every slot from {@code planned}, one for each slot in order. */
    static void plant(List<WeightLayer> layers, List<? extends IWeightInit> planned) {
        int next = 0;
        for (WeightLayer weighted : layers) {
            weighted.layer().setWeightInitFn(planned.get(next++));
            if (weighted.layer() instanceof SimpleRnn recurrent) {
                recurrent.setWeightInitFnRecurrent(planned.get(next++));
            }
        }
    }

    /** Whether a layer looks its input up instead of multiplying it. */
    static boolean isEmbedding(BaseLayer layer) {
        return layer instanceof EmbeddingLayer || layer instanceof EmbeddingSequenceLayer;
    }

    private static List<Slot> slotsOf(BaseLayer layer, int position, int layers) {
        FeedForwardLayer sized = (FeedForwardLayer) layer;
        long inputs = sized.getNIn();
        long units = sized.getNOut();
        Slot dense = slot(layer, position, layers, WEIGHTS, Kind.DENSE, List.of(inputs, units));
        if (layer instanceof ConvolutionLayer convolution) {
            int[] kernel = convolution.getKernelSize();
            List<Long> shape = List.of(units, inputs, (long) kernel[0], (long) kernel[1]);
            return List.of(slot(layer, position, layers, WEIGHTS, Kind.CONVOLUTION, shape));
        }
        if (layer instanceof SimpleRnn) {
            return List.of(
                    dense, slot(layer, position, layers, RECURRENT_WEIGHTS, Kind.RECURRENT, List.of(units, units)));
        }
        if (isEmbedding(layer)) {
            return List.of(slot(layer, position, layers, WEIGHTS, Kind.EMBEDDING, List.of(inputs, units)));
        }
        if (layer instanceof DenseLayer || layer instanceof BaseOutputLayer) {
            return List.of(dense);
        }
        throw new UnsuitableInitializerException("the catalog has no rule for a layer of type "
                + layer.getClass().getSimpleName());
    }

    private static Slot slot(BaseLayer layer, int position, int layers, String parameter, Kind kind, List<Long> shape) {
        return new Slot(position, layers, parameter, kind, shape, layer.getActivationFn());
    }
}
