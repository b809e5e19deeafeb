package org.initbench.probe;

import org.initbench.network.LayerWatcher;
import org.initbench.network.WeightLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sees a layer by what somebody else who goes through it shows; nothing stands in for anything. */
final class WatchedTap implements Tap, LayerWatcher {

    private final WeightLayer layer;
    private final TappedValues values;

    WatchedTap(WeightLayer layer, TappedValues values) {
        this.layer = layer;
        this.values = values;
    }

    @Override
    public void preactivation(INDArray shown) {
        values.preactivation(shown);
    }

    @Override
    public void activation(INDArray shown) {
        values.activation(shown);
    }

    @Override
    public void activationGradient(INDArray shown) {
        values.activationGradient(shown, (int) shown.size(0));
    }

    @Override
    public void remove() {}

    @Override
    public IActivation activation() {
        return CellTap.gate(layer).isPresent() ? CellTap.OF_OUTPUT : layer.activation();
    }

    @Override
    public TappedValues values() {
        return values;
    }
}
