package org.initbench.lean;

import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A dense layer that goes back without going forward again, and, where it is the first, without computing a gradient with
 * respect to the network's input. Its numbers are those of DL4J's.
 */
final class LeanDense extends DenseLayer {

    private static final long serialVersionUID = 1L;

    private final boolean isFirst;
    private final transient Affine affine;
    private final transient Slopes slopes;

    /** Pre-activations of the forward pass, or what tells as much of them; null where there was none in training. */
    private transient @Nullable INDArray seen;

    private LeanDense(DenseLayer layer, boolean isFirst) {
        super(layer.conf(), layer.params().dataType());
        this.isFirst = isFirst;
        affine = new Affine(layer.params().dataType());
        slopes = new Slopes(affine.elements());
    }

    /** The same layer on the same parameters, or empty where it does more than DL4J's plain dense layer. */
    static Optional<Layer> of(Layer layer, boolean isFirst) {
        if (layer.getClass() != DenseLayer.class) {
            return Optional.empty();
        }
        DenseLayer dense = (DenseLayer) layer;
        boolean isPlain = !dense.hasLayerNorm()
                && dense.layerConf().getIDropout() == null
                && dense.layerConf().getWeightNoise() == null;
        return isPlain ? Optional.of(LeanLayers.inPlaceOf(layer, new LeanDense(dense, isFirst))) : Optional.empty();
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        seen = null;
        INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
        if (!training || !Affine.takes(input, weights)) {
            return super.activate(training, workspaces);
        }
        IActivation activation = layerConf().getActivationFn();
        boolean isRelu = Slopes.isRelu(activation);
        INDArray bias = hasBias() ? getParam(DefaultParamInitializer.BIAS_KEY) : null;
        INDArray out = affine.forward(input, weights, bias, isRelu, workspaces);
        if (isRelu) {
            seen = out;
            return out;
        }
        seen = workspaces.dup(ArrayType.ACTIVATIONS, out);
        return activation.getActivation(out, true);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray z = seen;
        seen = null;
        if (z == null || maskArray != null) {
            return super.backpropGradient(epsilon, workspaces);
        }
        INDArray delta = slopes.goBack(layerConf().getActivationFn(), z, epsilon);
        INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
        return Affine.backward(input, weights, delta, gradientViews, isFirst, workspaces);
    }
}
