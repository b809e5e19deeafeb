package org.initbench.lean;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.LastTimeStepLayer;
import org.deeplearning4j.nn.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.params.SimpleRnnParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/**
 * The last step of a simple recurrent layer, which goes back without going forward again, multiplies in BLAS alone, and, where
 * it is the first layer, computes no gradient with respect to the network's input. Outside of training, and where there is a
 * mask, it is DL4J's. Its numbers are those of DL4J's: it makes the same sums in the same order.
 */
final class LeanLastTimeStep extends LastTimeStepLayer {

    private static final long serialVersionUID = 1L;

    private final SimpleRnn layer;
    private final boolean isFirst;

    private transient @Nullable Unrolled unrolled;

    /** The input of a forward pass in training that has not been gone back yet; null where there is none. */
    private transient @Nullable INDArray seen;

    private LeanLastTimeStep(SimpleRnn layer, boolean isFirst) {
        super(layer);
        this.layer = layer;
        this.isFirst = isFirst;
    }

    /** The same layer on the same parameters, or empty where it is not the last step of a plain simple recurrent layer. */
    static Optional<Layer> of(Layer layer, boolean isFirst) {
        if (layer.getClass() != LastTimeStepLayer.class
                || ((LastTimeStepLayer) layer).getUnderlying().getClass() != SimpleRnn.class) {
            return Optional.empty();
        }
        SimpleRnn rnn = (SimpleRnn) ((LastTimeStepLayer) layer).getUnderlying();
        boolean isPlain = !rnn.hasLayerNorm()
                && rnn.layerConf().getIDropout() == null
                && rnn.layerConf().getWeightNoise() == null
                && rnn.getDataFormat() == RNNFormat.NCW;
        return isPlain ? Optional.of(new LeanLastTimeStep(rnn, isFirst)) : Optional.empty();
    }

    @Override
    public void clear() {
        super.clear();
        seen = null;
    }

    @Override
    public INDArray activate(INDArray input, boolean training, LayerWorkspaceMgr workspaces) {
        setInput(input, workspaces);
        return activate(training, workspaces);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        seen = null;
        INDArray input = layer.input();
        INDArray weights = layer.getParam(SimpleRnnParamInitializer.WEIGHT_KEY);
        if (!training || layer.getMaskArray() != null || input.dataType() != weights.dataType()) {
            return super.activate(training, workspaces);
        }
        INDArray steps = isTakenAsItIs(input) ? input : workspaces.dup(ArrayType.ACTIVATIONS, input, 'f');
        Unrolled forward = unrolled(steps);
        forward.run(
                steps,
                Matrix.of(weights),
                Matrix.of(layer.getParam(SimpleRnnParamInitializer.RECURRENT_WEIGHT_KEY)),
                layer.getParam(SimpleRnnParamInitializer.BIAS_KEY),
                activation());
        seen = Matrix.hasSteps(input) ? input : steps;
        return workspaces.dup(ArrayType.ACTIVATIONS, forward.last(), 'f');
    }

    /** DL4J goes forward on a copy by columns of any other, and BLAS may round otherwise on what lies by rows; backward it does not. */
    private static boolean isTakenAsItIs(INDArray input) {
        return input.ordering() == 'f' && !Shape.strideDescendingCAscendingF(input) && Matrix.hasSteps(input);
    }

    private IActivation activation() {
        return layer.layerConf().getActivationFn();
    }

    /** Of the size of this minibatch; memory is kept from one minibatch to the next. */
    private Unrolled unrolled(INDArray steps) {
        Unrolled kept = unrolled;
        if (kept == null || !kept.fits(steps)) {
            kept = new Unrolled(steps, layer.layerConf().getNOut());
            unrolled = kept;
        }
        return kept;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray steps = seen;
        if (steps == null) {
            return super.backpropGradient(epsilon, workspaces);
        }
        seen = null;
        INDArray below = isFirst
                ? null
                : workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, steps.dataType(), steps.shape(), 'f');
        INDArray flat = layer.getGradientsViewArray();
        flat.assign(0);
        Map<String, INDArray> gradients = layer.layerConf().initializer().getGradientsFromFlattened(layer.conf(), flat);
        Unrolled forward = Objects.requireNonNull(unrolled);
        Backward backward = new Backward(
                steps,
                below,
                gradients,
                Matrix.of(layer.getParam(SimpleRnnParamInitializer.WEIGHT_KEY)),
                layer.getParam(SimpleRnnParamInitializer.RECURRENT_WEIGHT_KEY));
        forward.goBack(epsilon, backward, activation());
        Gradient gradient = new DefaultGradient(flat);
        gradient.gradientForVariable().putAll(gradients);
        return new Pair<>(gradient, below);
    }
}
