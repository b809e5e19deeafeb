package org.initbench.network;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A {@link PositionEmbedding} at work. */
final class RunningPositionEmbedding extends BaseLayer<PositionEmbedding> {

    private static final long serialVersionUID = 1L;
    private static final int STEPS = 2;

    RunningPositionEmbedding(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        return layerConf().getActivationFn().getActivation(sum(workspaces, ArrayType.ACTIVATIONS), training);
    }

    private INDArray sum(LayerWorkspaceMgr workspaces, ArrayType type) {
        long steps = input.size(STEPS);
        if (steps > layerConf().getPositions()) {
            throw new IllegalArgumentException(
                    "there are vectors for " + layerConf().getPositions() + " positions, and a sequence has " + steps
                            + " steps; give the layer as many positions");
        }
        INDArray vectors = used(getParam(PositionEmbedding.KEY)).transpose().dup('c');
        return workspaces
                .dup(type, input.castTo(dataType), 'c')
                .addi(vectors.reshape('c', 1, vectors.rows(), vectors.columns()));
    }

    /** The rows of the positions that the input has. */
    private INDArray used(INDArray vectors) {
        return vectors.get(NDArrayIndex.interval(0, input.size(STEPS)), NDArrayIndex.all());
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray below = layerConf()
                .getActivationFn()
                .backprop(
                        sum(workspaces, ArrayType.BP_WORKING_MEM),
                        workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c'))
                .getFirst();
        INDArray gradient = Objects.requireNonNull(gradientViews.get(PositionEmbedding.KEY));
        gradient.assign(0);
        used(gradient).assign(below.sum(0).transpose());
        Gradient gradients = new DefaultGradient();
        gradients.gradientForVariable().put(PositionEmbedding.KEY, gradient);
        return new Pair<>(gradients, backpropDropOutIfPresent(below));
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
