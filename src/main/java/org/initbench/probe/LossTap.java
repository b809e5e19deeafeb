package org.initbench.probe;

import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Sees the pre-activations and activations of an output layer. It stands in for the loss, as DL4J's losses look at the
 * class of the output's activation, which therefore has to stay.
 */
final class LossTap implements ILossFunction, Tap {

    private static final long serialVersionUID = 1L;

    private final transient BaseOutputLayer layer;
    private final ILossFunction loss;
    private final int examples;
    private final transient Stopwatch watch;
    private final transient TappedValues values = new TappedValues();

    private LossTap(BaseOutputLayer layer, int examples, Stopwatch watch) {
        this.layer = layer;
        this.loss = layer.getLossFn();
        this.examples = examples;
        this.watch = watch;
    }

    /** Taps a layer; at most {@code examples} of a minibatch are copied, which counts as measuring. */
    static LossTap into(BaseOutputLayer layer, int examples, Stopwatch watch) {
        LossTap tap = new LossTap(layer, examples, watch);
        layer.setLossFn(tap);
        return tap;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        watch.time(() -> {
            values.preactivations().addExamples(preOutput, examples, 1);
            values.activations().addExamples(activationFn.getActivation(preOutput.dup(), true), examples, 1);
        });
        return loss.computeGradient(labels, preOutput, activationFn, mask);
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask, boolean average) {
        return loss.computeScore(labels, preOutput, activationFn, mask, average);
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        return loss.computeScoreArray(labels, preOutput, activationFn, mask);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activationFn, mask, average),
                computeGradient(labels, preOutput, activationFn, mask));
    }

    @Override
    public String name() {
        return loss.name();
    }

    @Override
    public void remove() {
        layer.setLossFn(loss);
    }

    @Override
    public IActivation activation() {
        return layer.getActivationFn();
    }

    @Override
    public TappedValues values() {
        return values;
    }
}
