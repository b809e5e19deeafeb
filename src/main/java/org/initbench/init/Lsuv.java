package org.initbench.init;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.init.InitializerType.Parameter.Kind;
import org.initbench.init.Slots.WeightLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layer-sequential unit variance: orthonormal weights, then, layer by layer from the input, the weights are divided by the
 * standard deviation of the layer's pre-activations on the first minibatch until |Var − 1| ≤ tolerance, at most
 * {@code tries} times. Biases stay; input and recurrent weights of a layer are scaled together; embeddings are left as they
 * are. Mishkin &amp; Matas 2015, algorithm 1. DL4J has none.
 */
record Lsuv(double tolerance, int tries) implements Initializer {

    static final InitializerType TYPE = InitializerType.named("lsuv")
            .parameter("tolerance", Kind.POSITIVE, 0.1)
            .parameter("tries", Kind.COUNT, 10.0)
            .formula("orthonormal, then each layer scaled until |Var(pre-activation) - 1| ≤ tolerance")
            .source("Mishkin & Matas 2015")
            .creates(arguments -> new Lsuv(arguments.number("tolerance"), (int) arguments.number("tries")));

    @Override
    public double[] weights(Slot slot, Draws draws) {
        return new Orthogonal(1).weights(slot, draws);
    }

    @Override
    public void adjust(MultiLayerNetwork network, INDArray features) {
        for (WeightLayer layer : Slots.layers(network.getLayerWiseConfigurations())) {
            if (!Slots.isEmbedding(layer.layer())) {
                scale(network, layer.index(), features);
            }
        }
    }

    private void scale(MultiLayerNetwork network, int index, INDArray features) {
        // A wrapper's layer runs on a copy of its configuration, so the running network is asked.
        BaseLayer layer =
                (BaseLayer) Slots.unwrapped(network.getLayer(index).conf().getLayer());
        for (int done = 0; done < tries; done++) {
            double variance = PreactivationVariance.of(network, index, layer, features);
            if (Math.abs(variance - 1) <= tolerance) {
                return;
            }
            if (!(variance > 0) || Double.isInfinite(variance)) {
                throw new UnsuitableInitializerException(
                        "lsuv cannot scale layer " + index + ", whose pre-activations have variance " + variance);
            }
            for (String key : layer.initializer().weightKeys(layer)) {
                network.getParam(index + "_" + key).divi(Math.sqrt(variance));
            }
        }
    }
}
