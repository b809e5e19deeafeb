package org.initbench.lean;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;

/**
 * DL4J's updater, told that the gradient is the network's own. It tells so by comparing two objects one of which is made anew
 * each time, and then makes views of every parameter and its gradient that it has already.
 */
public final class OwnGradientUpdater extends MultiLayerUpdater {

    /** The updater of this network, with its state. */
    public OwnGradientUpdater(MultiLayerNetwork network) {
        super(network);
    }

    @Override
    public synchronized void update(
            Gradient gradient, int iteration, int epoch, int batchSize, LayerWorkspaceMgr workspaces) {
        super.update(new OwnGradient(gradient, getFlattenedGradientsView()), iteration, epoch, batchSize, workspaces);
    }
}
