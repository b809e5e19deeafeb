package org.initbench.probe;

import java.util.Optional;
import org.initbench.network.WeightLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Stands in for a function of a layer during one iteration, passes every call on, and copies what goes through. */
interface Tap {

    /** Taps a layer, into these values. */
    static Tap into(WeightLayer layer, TappedValues values) {
        if (layer.kind().loss().isPresent()) {
            return LossTap.into(layer.kind().loss().get(), values);
        }
        Optional<IActivation> gate = CellTap.gate(layer);
        if (gate.isPresent()) {
            return CellTap.into(layer, gate.get(), values);
        }
        boolean hasFunction = layer.activationLayer() != null || layer.kind().hasActivation();
        return hasFunction ? ActivationTap.into(layer, values) : new OutputSample(values);
    }

    /** Puts the layer's own function back. */
    void remove();

    /** The activation behind the tap. */
    IActivation activation();

    /** What comes after the forward pass are repetitions of it that the backward pass makes. */
    default void forwardPassEnds() {}

    /** What the layer put out in the forward pass; of no use where it went through the tap. */
    default void output(INDArray output) {}

    /** What went through so far. */
    TappedValues values();
}
