package org.initbench.lean;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;

/** What {@link OwnGradientUpdater} is, of a graph, whose views of one another are as many as it has parameters. */
public final class OwnGraphGradientUpdater extends ComputationGraphUpdater {

    /** The updater of this graph, with its state. */
    public OwnGraphGradientUpdater(ComputationGraph graph) {
        super(graph);
    }

    @Override
    public synchronized void update(
            Gradient gradient, int iteration, int epoch, int batchSize, LayerWorkspaceMgr workspaces) {
        super.update(new OwnGradient(gradient, getFlattenedGradientsView()), iteration, epoch, batchSize, workspaces);
    }
}
