package org.initbench.network;

import org.deeplearning4j.nn.conf.layers.Layer;

/** A layer has weights that no initializer can be given the say over; the message names it and what helps. The trial is skipped. */
public final class UnsuitableLayerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A sentence about a layer.
     *
     * @param name of the layer or vertex
     * @param layer inside any wrappers
     */
    public UnsuitableLayerException(String name, Layer layer) {
        super("layer " + name + " is of type " + layer.getClass().getSimpleName()
                + ", whose weights no initializer has a rule for;"
                + " use dense, output, ConvolutionLayer, SimpleRnn or embedding layers");
    }
}
