package org.initbench.step;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.initbench.lean.Matrix;
import org.nd4j.linalg.api.ndarray.INDArray;

/** By DL4J's updater, with whatever regularisation and clipping there is. */
final class Dl4jDescent implements Descent {

    private final BaseMultiLayerUpdater<?> updater;
    private final Gradient parts;
    private final Matrix parameters;
    private final Matrix updates;

    Dl4jDescent(PlannedModel network, BaseMultiLayerUpdater<?> updater) {
        this.updater = updater;
        INDArray gradients = network.gradients();
        parts = new DefaultGradient(gradients);
        parameters = Matrix.column(network.model().params());
        updates = Matrix.column(gradients);
        for (Layer layer : network.layers()) {
            String name = network.name(layer);
            PlannedModel.gradients(layer)
                    .forEach((parameter, gradient) -> parts.setGradientFor(name + "_" + parameter, gradient));
        }
    }

    /** The gradients, by DL4J's names; after {@link #step} the negative of what the parameters changed by. */
    Gradient gradients() {
        return parts;
    }

    @Override
    public boolean step(int examples, int iteration, int epoch) {
        updater.update(parts, iteration, epoch, examples, LayerWorkspaceMgr.noWorkspaces());
        parameters.add(updates, -1);
        return false;
    }
}
