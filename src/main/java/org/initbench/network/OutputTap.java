package org.initbench.network;

import java.util.Objects;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Stands in for the loss of an output layer while examples are scored, and keeps the outputs and labels that the loss is
 * computed of, each a matrix; of a sequence every step is a row.
 */
final class OutputTap implements ILossFunction, AutoCloseable {

    private static final long serialVersionUID = 1L;

    private final transient BaseOutputLayer layer;
    private final ILossFunction loss;
    private transient @Nullable INDArray output;
    private transient @Nullable INDArray labels;

    private OutputTap(BaseOutputLayer layer) {
        this.layer = layer;
        this.loss = layer.getLossFn();
    }

    static OutputTap into(BaseOutputLayer layer) {
        OutputTap tap = new OutputTap(layer);
        layer.setLossFn(tap);
        return tap;
    }

    /** The output of the examples that were scored last. */
    INDArray output() {
        return Objects.requireNonNull(output);
    }

    /** The labels of these, row by row. */
    INDArray labels() {
        return Objects.requireNonNull(labels);
    }

    @Override
    public INDArray computeScoreArray(INDArray expected, INDArray preOutput, IActivation activationFn, INDArray mask) {
        output = activationFn.getActivation(preOutput.dup(), false).detach();
        labels = expected.detach();
        return loss.computeScoreArray(expected, preOutput, activationFn, mask);
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask, boolean average) {
        return loss.computeScore(labels, preOutput, activationFn, mask, average);
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        return loss.computeGradient(labels, preOutput, activationFn, mask);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask, boolean average) {
        return loss.computeGradientAndScore(labels, preOutput, activationFn, mask, average);
    }

    @Override
    public String name() {
        return loss.name();
    }

    @Override
    public void close() {
        layer.setLossFn(loss);
    }
}
