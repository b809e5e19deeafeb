package org.initbench.step;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.initbench.lean.Matrix;

/** By DL4J's updater, with whatever regularisation and clipping there is. */
final class Dl4jDescent implements Descent {

    private final BaseMultiLayerUpdater<?> updater;
    private final Gradient parts;
    private final Matrix parameters;
    private final Matrix updates;

    Dl4jDescent(PlannedModel network, BaseMultiLayerUpdater<?> updater) {
        this.updater = updater;
        parts = network.namedGradients();
        parameters = Matrix.column(network.model().params());
        updates = Matrix.column(network.gradients());
    }

    @Override
    public boolean step(int examples, int iteration, int epoch) {
        updater.update(parts, iteration, epoch, examples, LayerWorkspaceMgr.noWorkspaces());
        parameters.add(updates, -1);
        return false;
    }

    @Override
    public void stepShown(int examples, int iteration, int epoch) {
        step(examples, iteration, epoch);
    }
}
