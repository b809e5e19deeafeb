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

/** Stands in for the activation of one layer during one forward pass, and takes the variance of what comes in, or goes out. */
final class SignalVariance extends ActivationStandIn implements GateStandIn.Watcher {

    private static final long serialVersionUID = 1L;

    private final boolean isOfOutput;
    private final boolean hasState;
    private final transient Variance variance = Variance.create().setBiased(true);
    private boolean isState;

    private SignalVariance(IActivation activation, boolean isOfOutput, boolean hasState) {
        super(activation);
        this.isOfOutput = isOfOutput;
        this.hasState = hasState;
    }

    /** The variance over all examples, units, gates, positions and time steps of a layer's pre-activations. */
    static double ofPreactivations(Network network, WeightLayer layer, INDArray features) {
        LayerKind kind = layer.kind();
        Optional<IActivation> gate = kind.gateActivation();
        SignalVariance meter = new SignalVariance(kind.activation(), false, gate.isPresent());
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

    /** The variance over all examples, units, positions and time steps of what a layer without gates puts out, after its activation. */
    static double ofActivations(Network network, WeightLayer layer, INDArray features) {
        SignalVariance meter = new SignalVariance(layer.activation(), true, false);
        layer.setActivation(meter);
        try {
            network.forward(features, layer, false);
        } finally {
            layer.setActivation(meter.original());
        }
        return meter.variance.getAsDouble();
    }

    /** Of an LSTM, every second call is for the state of its cells, which is no pre-activation. */
    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        if (isOfOutput) {
            INDArray out = original().getActivation(in, training);
            accept(out);
            return out;
        }
        if (!isState) {
            before(in, training);
        }
        isState = hasState && !isState;
        return original().getActivation(in, training);
    }

    @Override
    public void before(INDArray preactivations, boolean training) {
        accept(preactivations);
    }

    private void accept(INDArray signals) {
        for (double value : signals.dup('c').data().asDouble()) {
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
