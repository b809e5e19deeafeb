package org.initbench.init;

import java.util.Optional;
import org.apache.commons.statistics.descriptive.Variance;
import org.initbench.network.ActivationStandIn;
import org.initbench.network.GateStandIn;
import org.initbench.network.LayerKind;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Stands in for the activation of one layer during one forward pass, and takes the variance of what comes in. */
final class PreactivationVariance extends ActivationStandIn implements GateStandIn.Watcher {

    private static final long serialVersionUID = 1L;

    private final boolean hasState;
    private final transient Variance variance = Variance.create().setBiased(true);
    private boolean isState;

    private PreactivationVariance(IActivation activation, boolean hasState) {
        super(activation);
        this.hasState = hasState;
    }

    /** The variance over all examples, units, gates, positions and time steps of a layer's pre-activations. */
    static double of(Network network, WeightLayer layer, INDArray features) {
        LayerKind kind = layer.kind();
        Optional<IActivation> gate = kind.gateActivation();
        PreactivationVariance meter = new PreactivationVariance(kind.activation(), gate.isPresent());
        kind.setActivation(meter);
        gate.ifPresent(own -> kind.setGateActivation(GateStandIn.of(own, meter)));
        try {
            network.forward(features, layer, false);
        } finally {
            kind.setActivation(meter.original());
            gate.ifPresent(kind::setGateActivation);
        }
        return meter.variance.getAsDouble();
    }

    /** Of an LSTM, every second call is for the state of its cells, which is no pre-activation. */
    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        if (!isState) {
            before(in, training);
        }
        isState = hasState && !isState;
        return original().getActivation(in, training);
    }

    @Override
    public void before(INDArray preactivations, boolean training) {
        for (double value : preactivations.dup('c').data().asDouble()) {
            variance.accept(value);
        }
    }

    @Override
    public void after(INDArray values) {}

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        throw new UnsupportedOperationException("there is no backward pass while variances are measured");
    }
}
