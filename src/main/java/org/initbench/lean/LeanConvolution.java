package org.initbench.lean;

import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution that goes back without going forward again. Its numbers are those of DL4J's. */
final class LeanConvolution extends ConvolutionLayer {

    private static final long serialVersionUID = 1L;

    private final transient Slopes slopes;

    /** Pre-activations of the forward pass, or what tells as much of them; null where there was none in training. */
    private transient @Nullable INDArray seen;

    private LeanConvolution(ConvolutionLayer layer) {
        super(layer.conf(), layer.params().dataType());
        slopes = new Slopes(Elements.of(layer.params().dataType()));
    }

    /** The same layer on the same parameters, or empty where it does more than DL4J's plain convolution through oneDNN. */
    static Optional<Layer> of(Layer layer) {
        if (layer.getClass() != ConvolutionLayer.class) {
            return Optional.empty();
        }
        ConvolutionLayer convolution = (ConvolutionLayer) layer;
        boolean isPlain = convolution.getHelper() != null
                && convolution.conf().getDataType() == DataType.FLOAT
                && convolution.layerConf().getCnn2dDataFormat() == CNN2DFormat.NCHW
                && convolution.layerConf().getIDropout() == null
                && convolution.layerConf().getWeightNoise() == null;
        return isPlain ? Optional.of(LeanLayers.inPlaceOf(layer, new LeanConvolution(convolution))) : Optional.empty();
    }

    @Override
    protected Pair<INDArray, INDArray> preOutput(boolean training, boolean isGoingBack, LayerWorkspaceMgr workspaces) {
        seen = null;
        Pair<INDArray, INDArray> result = super.preOutput(training, isGoingBack, workspaces);
        if (training && !isGoingBack) {
            // The activation works in place, so that this is its output later on.
            boolean isRelu = Slopes.isRelu(layerConf().getActivationFn());
            seen = isRelu ? result.getFirst() : workspaces.dup(ArrayType.ACTIVATIONS, result.getFirst());
        }
        return result;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray z = seen;
        seen = null;
        if (z == null) {
            return super.backpropGradient(epsilon, workspaces);
        }
        return helper.backpropGradient(
                input,
                getParam(ConvolutionParamInitializer.WEIGHT_KEY),
                getParam(ConvolutionParamInitializer.BIAS_KEY),
                slopes.goBack(layerConf().getActivationFn(), z, epsilon),
                layerConf().getKernelSize(),
                layerConf().getStride(),
                layerConf().getPadding(),
                gradientViews.get(ConvolutionParamInitializer.BIAS_KEY),
                gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY),
                layerConf().getActivationFn(),
                layerConf().getCudnnAlgoMode(),
                layerConf().getCudnnBwdFilterAlgo(),
                layerConf().getCudnnBwdDataAlgo(),
                convolutionMode,
                layerConf().getDilation(),
                CNN2DFormat.NCHW,
                workspaces);
    }
}
