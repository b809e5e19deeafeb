package org.initbench.step;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.initbench.lean.Matrix;
import org.nd4j.linalg.api.ndarray.INDArray;

/** By DL4J's updater, with whatever regularisation and clipping there is. */
final class Dl4jDescent implements Descent {

    private final MultiLayerNetwork network;
    private final Gradient parts;
    private final Matrix parameters;
    private final Matrix updates;

    Dl4jDescent(MultiLayerNetwork network) {
        this.network = network;
        INDArray gradients = network.getFlattenedGradients();
        parts = new DefaultGradient(gradients);
        parameters = Matrix.column(network.params());
        updates = Matrix.column(gradients);
        for (Layer layer : network.getLayers()) {
            StepPlan.gradients(layer)
                    .forEach((name, gradient) -> parts.setGradientFor(layer.getIndex() + "_" + name, gradient));
        }
    }

    @Override
    public boolean step(int examples, int iteration, int epoch) {
        network.getUpdater().update(network, parts, iteration, epoch, examples, LayerWorkspaceMgr.noWorkspaces());
        parameters.add(updates, -1);
        return false;
    }
}
