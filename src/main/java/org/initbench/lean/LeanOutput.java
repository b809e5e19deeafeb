package org.initbench.lean;

import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * An output layer that takes loss and gradient from the same pre-activations, where DL4J's goes forward once for each. Its
 * numbers are those of DL4J's.
 */
final class LeanOutput extends OutputLayer {

    private static final long serialVersionUID = 1L;

    /** The loss summed over the examples of the last backward pass; NaN where it has been asked for already. */
    private double loss = Double.NaN;

    private final boolean isFirst;
    private final transient Affine affine;

    private LeanOutput(OutputLayer layer, boolean isFirst) {
        super(layer.conf(), layer.params().dataType());
        this.isFirst = isFirst;
        affine = new Affine(layer.params().dataType());
    }

    /** The same layer on the same parameters, or empty where it does more than DL4J's plain output layer. */
    static Optional<Layer> of(Layer layer, boolean isFirst) {
        if (layer.getClass() != OutputLayer.class) {
            return Optional.empty();
        }
        OutputLayer output = (OutputLayer) layer;
        boolean isPlain = !output.hasLayerNorm()
                && output.layerConf().getIDropout() == null
                && output.layerConf().getWeightNoise() == null;
        return isPlain ? Optional.of(LeanLayers.inPlaceOf(layer, new LeanOutput(output, isFirst))) : Optional.empty();
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
        INDArray bias = hasBias() ? getParam(DefaultParamInitializer.BIAS_KEY) : null;
        INDArray z = Affine.takes(input, weights)
                ? affine.forward(input, weights, bias, false, workspaces)
                : preOutput2d(true, workspaces);
        ILossFunction function = layerConf().getLossFn();
        loss = function.computeScore(labels, z, layerConf().getActivationFn(), maskArray, false);
        INDArray delta = function.computeGradient(labels, z, layerConf().getActivationFn(), maskArray);
        return Affine.backward(input, weights, delta, gradientViews, isFirst, workspaces);
    }

    @Override
    public double computeScore(double regularisation, boolean training, LayerWorkspaceMgr workspaces) {
        if (Double.isNaN(loss) || !training) {
            return super.computeScore(regularisation, training, workspaces);
        }
        score = (conf().isMiniBatch() ? loss / getInputMiniBatchSize() : loss) + regularisation;
        loss = Double.NaN;
        return score;
    }
}
