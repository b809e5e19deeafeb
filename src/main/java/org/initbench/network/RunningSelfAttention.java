package org.initbench.network;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.initbench.lean.Products;
import org.initbench.network.DotProductAttention.Inputs;
import org.initbench.network.DotProductAttention.Sizes;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A {@link SelfAttention} at work. Tensors are (examples, size, steps), rows (examples · steps, size). */
final class RunningSelfAttention extends BaseLayer<SelfAttention> {

    private static final long serialVersionUID = 1L;
    private static final int STEPS = 2;

    /** What the forward pass of training computed; null where there was none. */
    private transient @Nullable DotProductAttention seen;

    RunningSelfAttention(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        DotProductAttention attention = attend(rows(input));
        seen = training ? attention : null;
        INDArray out = workspaces.dup(ArrayType.ACTIVATIONS, output(attention), 'c');
        return layerConf().getActivationFn().getActivation(out, training);
    }

    private DotProductAttention attend(INDArray rows) {
        int heads = layerConf().getHeads();
        Sizes sizes = new Sizes(
                (int) input.size(0), (int) input.size(STEPS), heads, layerConf().getSize() / heads);
        double[] present = maskArray == null ? new double[0] : NativeNumbers.read(maskArray.castTo(dataType));
        Inputs inputs = new Inputs(
                NativeNumbers.read(Products.byRows(rows, weights(Role.QUERY))),
                NativeNumbers.read(Products.byRows(rows, weights(Role.KEY))),
                NativeNumbers.read(Products.byRows(rows, weights(Role.VALUE))));
        return new DotProductAttention(sizes, inputs, row -> present.length > 0 && present[row] == 0);
    }

    private INDArray output(DotProductAttention attention) {
        return Products.byRows(array(attention.outputs()), weights(Role.PROJECTION))
                .reshape('c', input.size(0), input.size(STEPS), layerConf().getSize())
                .permute(0, STEPS, 1);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray rows = rows(input);
        DotProductAttention attention = seen == null ? attend(rows) : seen;
        seen = null;
        INDArray delta = rows(backThroughActivation(attention, epsilon));
        Gradient gradients = new DefaultGradient();
        INDArray ofHeads = put(gradients, Role.PROJECTION, array(attention.outputs()), delta);
        Inputs below = attention.backward(NativeNumbers.read(ofHeads));
        INDArray ofInput = put(gradients, Role.QUERY, rows, array(below.queries()));
        ofInput.addi(put(gradients, Role.KEY, rows, array(below.keys())));
        ofInput.addi(put(gradients, Role.VALUE, rows, array(below.values())));
        INDArray tensor = ofInput.reshape(
                        'c', input.size(0), input.size(STEPS), layerConf().getSize())
                .permute(0, STEPS, 1);
        return new Pair<>(gradients, backpropDropOutIfPresent(workspaces.dup(ArrayType.ACTIVATION_GRAD, tensor, 'c')));
    }

    private INDArray backThroughActivation(DotProductAttention attention, INDArray epsilon) {
        IActivation activation = layerConf().getActivationFn();
        // The identity does not look at what went in.
        INDArray in = activation instanceof ActivationIdentity
                ? epsilon
                : output(attention).dup('c');
        return activation.backprop(in, epsilon.dup('c')).getFirst();
    }

    /** The gradient of a matrix, from what goes into it and the gradient by what comes out; returns that by what goes in. */
    private INDArray put(Gradient gradients, Role role, INDArray rows, INDArray delta) {
        String key = SelfAttention.key(role);
        INDArray gradient = Objects.requireNonNull(gradientViews.get(key), key);
        Products.putTransposed(rows, delta, gradient);
        gradients.gradientForVariable().put(key, gradient);
        return Products.byRows(delta, weights(role).transpose());
    }

    private INDArray weights(Role role) {
        return getParam(SelfAttention.key(role));
    }

    private INDArray rows(INDArray tensor) {
        return tensor.castTo(dataType)
                .permute(0, STEPS, 1)
                .dup('c')
                .reshape('c', -1, layerConf().getSize());
    }

    private INDArray array(double[] rows) {
        INDArray array = Nd4j.createUninitialized(
                dataType,
                new long[] {rows.length / layerConf().getSize(), layerConf().getSize()},
                'c');
        return NativeNumbers.write(rows, array);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
