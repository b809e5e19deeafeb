package org.initbench.init;

import org.apache.commons.statistics.descriptive.Variance;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Stands in for the activation of one layer during one forward pass, and takes the variance of what comes in. */
final class PreactivationVariance extends BaseActivationFunction {

    private static final long serialVersionUID = 1L;

    private final IActivation activation;
    private final transient Variance variance = Variance.create().setBiased(true);

    private PreactivationVariance(IActivation activation) {
        this.activation = activation;
    }

    /** The variance over all examples, units, positions and time steps of a layer's pre-activations. */
    static double of(Network network, WeightLayer layer, INDArray features) {
        PreactivationVariance meter =
                new PreactivationVariance(layer.configuration().getActivationFn());
        layer.configuration().setActivationFn(meter);
        try {
            network.forward(features, layer, false);
        } finally {
            layer.configuration().setActivationFn(meter.activation);
        }
        return meter.variance.getAsDouble();
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        for (double value : in.dup('c').data().asDouble()) {
            variance.accept(value);
        }
        return activation.getActivation(in, training);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        throw new UnsupportedOperationException("there is no backward pass while variances are measured");
    }
}
