package org.initbench.lean;

import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A dense layer that goes back without going forward again, and, where it is the first, without computing a gradient with
 * respect to the network's input. Its numbers are those of DL4J's.
 */
final class LeanDense extends DenseLayer {

    private static final long serialVersionUID = 1L;

    private final boolean isFirst;
    private final transient Elements elements;
    private final transient Slopes slopes;

    /** XW, (examples, units) by columns; memory is kept from one minibatch to the next. */
    private transient @Nullable INDArray product;

    /** Pre-activations of the forward pass, or what tells as much of them; null where there was none in training. */
    private transient @Nullable INDArray seen;

    private LeanDense(DenseLayer layer, boolean isFirst) {
        super(layer.conf(), layer.params().dataType());
        this.isFirst = isFirst;
        elements = Elements.of(layer.params().dataType());
        slopes = new Slopes(elements);
        setListeners(layer.getListeners());
        setIndex(layer.getIndex());
        setParamsViewArray(layer.params());
        setParamTable(layer.paramTable());
        setBackpropGradientsViewArray(layer.getGradientsViewArray());
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
        return isPlain ? Optional.of(new LeanDense(dense, isFirst)) : Optional.empty();
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        seen = null;
        INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
        if (!training || input.rank() != 2 || input.dataType() != weights.dataType()) {
            return super.activate(training, workspaces);
        }
        INDArray sums = product(input.size(0), weights);
        Products.put(input, weights, sums);
        INDArray bias = hasBias() ? getParam(DefaultParamInitializer.BIAS_KEY) : null;
        IActivation activation = layerConf().getActivationFn();
        boolean isRelu = Slopes.isRelu(activation);
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATIONS, sums.dataType(), sums.shape());
        elements.turn(sums, bias, out, isRelu);
        if (isRelu) {
            seen = out;
            return out;
        }
        seen = workspaces.dup(ArrayType.ACTIVATIONS, out);
        return activation.getActivation(out, true);
    }

    private INDArray product(long examples, INDArray weights) {
        INDArray kept = product;
        if (kept == null || kept.size(0) != examples) {
            kept = Nd4j.create(weights.dataType(), new long[] {examples, weights.size(1)}, 'f')
                    .detach();
            product = kept;
        }
        return kept;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray z = seen == null ? preOutput(true, workspaces) : seen;
        seen = null;
        INDArray delta = slopes.goBack(layerConf().getActivationFn(), z, epsilon);
        Gradient gradient = new DefaultGradient();
        if (hasBias()) {
            INDArray biases = gradientViews.get(DefaultParamInitializer.BIAS_KEY);
            delta.sum(biases, 0);
            gradient.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, biases);
        }
        INDArray below = isFirst ? null : below(delta, workspaces);
        INDArray weights = Objects.requireNonNull(gradientViews.get(DefaultParamInitializer.WEIGHT_KEY));
        Products.putTransposed(input.castTo(weights.dataType()), delta, weights);
        gradient.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, weights);
        return new Pair<>(gradient, below);
    }

    private INDArray below(INDArray delta, LayerWorkspaceMgr workspaces) {
        INDArray w = getParam(DefaultParamInitializer.WEIGHT_KEY);
        INDArray below = workspaces.createUninitialized(
                ArrayType.ACTIVATION_GRAD, delta.dataType(), new long[] {w.size(0), delta.size(0)}, 'f');
        Products.put(w, delta.transpose(), below);
        return below.transpose();
    }
}
