package org.initbench.probe;

import java.util.Objects;
import java.util.Optional;
import org.initbench.network.ActivationStandIn;
import org.initbench.network.GateStandIn;
import org.initbench.network.WeightLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sees the pre-activations of all gates of an LSTM, and what its cells put out: h = o·φ(c). In each step DL4J asks the activation for
 * the candidate, the gates' function for the forget, input and output gate, and the activation again for the state c. Gradients of
 * the output go through no function of the layer, and are not seen.
 */
final class CellTap extends ActivationStandIn implements Tap, GateStandIn.Watcher {

    private static final long serialVersionUID = 1L;

    /** What an LSTM puts out is a product, through no function. */
    static final IActivation OF_OUTPUT = new ActivationIdentity();

    private final transient WeightLayer layer;
    private final transient IActivation gate;
    private final transient TappedValues values;
    private transient @Nullable INDArray lastGate;
    private boolean isState;
    private boolean inForwardPass = true;

    private CellTap(WeightLayer layer, IActivation gate, TappedValues values) {
        super(layer.kind().activation());
        this.layer = layer;
        this.gate = gate;
        this.values = values;
    }

    /** The function of a layer's gates, where it has some, and its output goes through no layer of its own. */
    static Optional<IActivation> gate(WeightLayer layer) {
        return layer.activationLayer() == null ? layer.kind().gateActivation() : Optional.empty();
    }

    static CellTap into(WeightLayer layer, IActivation gate, TappedValues values) {
        CellTap tap = new CellTap(layer, gate, values);
        layer.kind().setActivation(tap);
        layer.kind().setGateActivation(GateStandIn.of(gate, tap));
        return tap;
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        if (!training || !inForwardPass) {
            return original().getActivation(in, training);
        }
        if (!isState) {
            isState = true;
            before(in, true);
            return original().getActivation(in, true);
        }
        isState = false;
        INDArray out = original().getActivation(in, true);
        values.measuring(() -> values.activation(out.mul(Objects.requireNonNull(lastGate))));
        return out;
    }

    @Override
    public void before(INDArray preactivations, boolean training) {
        if (training && inForwardPass) {
            values.preactivation(preactivations);
        }
    }

    @Override
    public void after(INDArray gateValues) {
        lastGate = gateValues;
    }

    @Override
    public void remove() {
        layer.kind().setActivation(original());
        layer.kind().setGateActivation(gate);
    }

    /** What a gate lets through saturates nowhere. */
    @Override
    public IActivation activation() {
        return OF_OUTPUT;
    }

    @Override
    public void forwardPassEnds() {
        inForwardPass = false;
    }

    @Override
    public TappedValues values() {
        return values;
    }
}
