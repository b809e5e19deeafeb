package org.initbench.network;

import org.apache.commons.numbers.core.Sum;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.LossUtil;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Binary cross-entropy computed from the pre-activation z of a sigmoid output: loss max(z, 0) − z·y + ln(1 + e^(−|z|)),
 * gradient σ(z) − y. Exact and finite for every finite z, where DL4J's {@code LossBinaryXENT} clips the probability,
 * which also changes the gradient of units that are confidently wrong.
 */
public final class SigmoidCrossEntropy implements ILossFunction {

    private static final long serialVersionUID = 1L;

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask, boolean average) {
        requireSigmoid(activationFn);
        double[] losses = mask == null
                ? losses(labels, preOutput)
                : losses(labels, preOutput, activationFn, mask).data().asDouble();
        double sum = Sum.of(losses).getAsDouble();
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask) {
        return losses(labels, preOutput, activationFn, mask).sum(true, 1);
    }

    @Override
    public INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask) {
        requireSigmoid(activationFn);
        INDArray gradient = Transforms.sigmoid(preOutput, true).subi(labels);
        if (mask != null) {
            LossUtil.applyMask(gradient, mask);
        }
        return gradient;
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activationFn, mask, average),
                computeGradient(labels, preOutput, activationFn, mask));
    }

    @Override
    public String name() {
        return "SigmoidCrossEntropy";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigmoidCrossEntropy;
    }

    @Override
    public int hashCode() {
        return SigmoidCrossEntropy.class.hashCode();
    }

    /** (examples, outputs), in C order. */
    private static INDArray losses(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask) {
        requireSigmoid(activationFn);
        INDArray array = Nd4j.createFromArray(losses(labels, preOutput)).reshape('c', preOutput.shape());
        if (mask != null) {
            LossUtil.applyMask(array, mask);
        }
        return array;
    }

    private static double[] losses(INDArray labels, INDArray preOutput) {
        double[] logits = preOutput.dup('c').data().asDouble();
        double[] targets = labels.dup('c').data().asDouble();
        double[] losses = new double[logits.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = loss(logits[i], targets[i]);
        }
        return losses;
    }

    private static double loss(double logit, double target) {
        return Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
    }

    private static void requireSigmoid(IActivation activationFn) {
        if (!(activationFn instanceof ActivationSigmoid)) {
            throw new IllegalArgumentException("SigmoidCrossEntropy needs a sigmoid output, not " + activationFn);
        }
    }
}
