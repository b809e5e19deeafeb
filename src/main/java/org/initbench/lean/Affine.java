package org.initbench.lean;

import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** z = XW + b of one layer, there and back. X is (examples, inputs), W (inputs, units), b (1, units), z (examples, units). */
final class Affine {

    private final Elements elements;

    /** XW by columns; memory is kept from one minibatch to the next. */
    private @Nullable INDArray product;

    Affine(DataType type) {
        elements = Elements.of(type);
    }

    Elements elements() {
        return elements;
    }

    /** Whether an input is a matrix of the weights' type. */
    static boolean takes(INDArray input, INDArray weights) {
        return input.rank() == 2 && input.dataType() == weights.dataType();
    }

    /**
     * z, or max(0, z) where {@code isRectified} is set.
     *
     * @param bias null where there is none
     */
    INDArray forward(
            INDArray input,
            INDArray weights,
            @Nullable INDArray bias,
            boolean isRectified,
            LayerWorkspaceMgr workspaces) {
        INDArray columns = product(input.size(0), weights);
        Products.put(input, weights, columns);
        INDArray rows = workspaces.createUninitialized(ArrayType.ACTIVATIONS, columns.dataType(), columns.shape());
        elements.turn(columns, bias, rows, isRectified);
        return rows;
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

    /**
     * From dL/dz to the gradients of W and b, and dL/dX.
     *
     * @param gradients to put them into, by DL4J's names; no bias where there is none
     * @param isFirst whether nothing asks for dL/dX, which then is null
     */
    static Pair<Gradient, INDArray> backward(
            INDArray input,
            INDArray weights,
            INDArray delta,
            Map<String, INDArray> gradients,
            boolean isFirst,
            LayerWorkspaceMgr workspaces) {
        Gradient gradient = new DefaultGradient();
        INDArray ofBias = gradients.get(DefaultParamInitializer.BIAS_KEY);
        if (ofBias != null) {
            delta.sum(ofBias, 0);
            gradient.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, ofBias);
        }
        INDArray below = isFirst ? null : below(weights, delta, workspaces);
        INDArray ofWeights = Objects.requireNonNull(gradients.get(DefaultParamInitializer.WEIGHT_KEY));
        Products.putTransposed(input.castTo(ofWeights.dataType()), delta, ofWeights);
        gradient.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, ofWeights);
        return new Pair<>(gradient, below);
    }

    private static INDArray below(INDArray weights, INDArray delta, LayerWorkspaceMgr workspaces) {
        INDArray below = workspaces.createUninitialized(
                ArrayType.ACTIVATION_GRAD, delta.dataType(), new long[] {weights.size(0), delta.size(0)}, 'f');
        Products.put(weights, delta.transpose(), below);
        return below.transpose();
    }
}
