package org.initbench.network;

import java.util.Objects;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A {@link LayerNormalization} at work. */
final class RunningLayerNormalization extends BaseLayer<LayerNormalization> {

    private static final long serialVersionUID = 1L;
    private static final double EPSILON = 1e-5;
    private static final int FEATURES = 1;

    RunningLayerNormalization(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    /**
     * What the gain multiplies.
     *
     * @param values (examples, features) or (examples, features, steps)
     * @param scale 1/√(variance + ε), (examples, 1) or (examples, 1, steps)
     */
    private record Normalized(INDArray values, INDArray scale) {}

    private Normalized normalized() {
        INDArray own = input.castTo(dataType);
        INDArray centred = own.sub(own.mean(true, FEATURES));
        INDArray variance = centred.mul(centred).mean(true, FEATURES);
        INDArray scale = Transforms.sqrt(variance.addi(EPSILON), false).rdivi(1);
        return new Normalized(centred.muli(scale), scale);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        INDArray out = workspaces.dup(ArrayType.ACTIVATIONS, normalized().values());
        return out.muli(parameter(LayerNormalization.GAIN)).addi(parameter(LayerNormalization.BIAS));
    }

    /** With y = g·x̂ + b, ∂L/∂x = (h − mean(h) − x̂·mean(h·x̂))·scale, where h = g·∂L/∂y and means are over features. */
    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        Normalized normalized = normalized();
        INDArray values = normalized.values();
        int[] others = IntStream.range(0, epsilon.rank())
                .filter(axis -> axis != FEATURES)
                .toArray();
        Gradient gradients = new DefaultGradient();
        put(gradients, LayerNormalization.GAIN, epsilon.mul(values).sum(others));
        put(gradients, LayerNormalization.BIAS, epsilon.sum(others));

        INDArray below = workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c');
        below.muli(parameter(LayerNormalization.GAIN));
        INDArray along = values.mul(below).mean(true, FEATURES);
        below.subi(below.mean(true, FEATURES)).subi(values.muli(along)).muli(normalized.scale());
        return new Pair<>(gradients, backpropDropOutIfPresent(below));
    }

    private void put(Gradient gradients, String key, INDArray value) {
        INDArray gradient = Objects.requireNonNull(gradientViews.get(key), key);
        gradient.assign(value.reshape(gradient.shape()));
        gradients.gradientForVariable().put(key, gradient);
    }

    /** In the form of the input, to be repeated over examples and steps. */
    private INDArray parameter(String key) {
        INDArray own = getParam(key);
        return input.rank() == own.rank() ? own : own.reshape(1, own.length(), 1);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
