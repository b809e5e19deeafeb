package org.initbench.network;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.initbench.network.ScalarLayer.Operation;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link ScalarLayer} at work. */
final class RunningScalarLayer extends BaseLayer<ScalarLayer> {

    private static final long serialVersionUID = 1L;

    RunningScalarLayer(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        INDArray out = workspaces.dup(ArrayType.ACTIVATIONS, input.castTo(dataType));
        if (layerConf().getOperation() == Operation.ADD) {
            out.addi(scalar());
        } else {
            out.muli(scalar());
        }
        return out;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray below = workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon);
        String key = layerConf().getOperation().key;
        INDArray gradient = Objects.requireNonNull(gradientViews.get(key), key);
        if (layerConf().getOperation() == Operation.ADD) {
            gradient.assign(epsilon.sumNumber());
        } else {
            gradient.assign(epsilon.mul(input.castTo(dataType)).sumNumber());
            below.muli(scalar());
        }
        Gradient gradients = new DefaultGradient();
        gradients.gradientForVariable().put(key, gradient);
        return new Pair<>(gradients, backpropDropOutIfPresent(below));
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    private double scalar() {
        return getParam(layerConf().getOperation().key).getDouble(0);
    }
}
