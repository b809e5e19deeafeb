package org.initbench.trial;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.descriptive.Median;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.initbench.data.Examples;
import org.initbench.network.LossHolder;
import org.initbench.network.MaskedRows;
import org.initbench.network.Network;
import org.initbench.network.SigmoidCrossEntropy;
import org.initbench.result.Baseline;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** What is to be had on a set of examples without learning, by the network's loss. */
final class Baselines {

    private static final int SEQUENCE_RANK = 3;

    private final boolean isClassifier;
    private final @Nullable ILossFunction loss;
    private final @Nullable IActivation activation;
    private final boolean hasStepsFirst;

    /** For a network whose output is classes, or values. */
    Baselines(Network network, boolean isClassifier) {
        this.isClassifier = isClassifier;
        this.loss = network.loss().map(LossHolder::own).orElse(null);
        this.activation = network.loss().map(LossHolder::activation).orElse(null);
        this.hasStepsFirst = network.loss()
                .map(LossHolder::layer)
                .filter(layer -> layer instanceof RnnOutputLayer own && own.getRnnDataFormat() == RNNFormat.NWC)
                .isPresent();
    }

    /** Null where there is nothing to learn, or labels are pictures. */
    @Nullable
    Baseline of(Examples examples) {
        INDArray labels = examples.labels();
        if (!examples.isLabeled() || labels.rank() > SEQUENCE_RANK) {
            return null;
        }
        INDArray judged = labels.rank() == SEQUENCE_RANK
                ? steps(hasStepsFirst ? labels : labels.permute(0, 2, 1), examples.labelsMask())
                : labels;
        double[] means = judged.mean(0).toDoubleVector();
        double steps = (double) judged.size(0) / examples.count();
        return new Baseline(
                (int) judged.size(0),
                isClassifier ? largestShare(means) : null,
                times(steps, constant(means, judged)),
                times(steps, chance(means, judged)));
    }

    /** Labels (examples, steps, outputs) of all steps that are there, (steps, outputs). */
    private static INDArray steps(INDArray labels, @Nullable INDArray mask) {
        INDArray all = labels.dup('c').reshape('c', labels.size(0) * labels.size(1), labels.size(2));
        return mask == null ? all : MaskedRows.of(all, mask).orElseThrow();
    }

    /** The losses of an example's steps add up. */
    private static @Nullable Double times(double steps, @Nullable Double loss) {
        return loss == null ? null : (Double) (steps * loss);
    }

    private static double largestShare(double[] shares) {
        return shares.length == 1
                ? Math.max(shares[0], 1 - shares[0])
                : Arrays.stream(shares).max().orElse(1);
    }

    private @Nullable Double constant(double[] means, INDArray labels) {
        if (isSoftmax()) {
            return sum(means, Baselines::surprise);
        }
        if (isSigmoid()) {
            return sum(means, share -> surprise(share) + surprise(1 - share));
        }
        if (isAbsoluteError()) {
            return meanDistance(labels, true);
        }
        return isSquaredError() ? meanSquare(labels) - sum(means, mean -> mean * mean) / means.length : null;
    }

    private @Nullable Double chance(double[] means, INDArray labels) {
        if (isSoftmax()) {
            return Math.log(means.length);
        }
        if (isSigmoid()) {
            return means.length * Math.log(2);
        }
        if (isAbsoluteError()) {
            return meanDistance(labels, false);
        }
        return isSquaredError() ? meanSquare(labels) : null;
    }

    private boolean isSoftmax() {
        return loss instanceof LossMCXENT && activation instanceof ActivationSoftmax;
    }

    private boolean isSigmoid() {
        return (loss instanceof LossBinaryXENT || loss instanceof SigmoidCrossEntropy)
                && activation instanceof ActivationSigmoid;
    }

    private boolean isSquaredError() {
        return loss instanceof LossMSE && activation instanceof ActivationIdentity;
    }

    private boolean isAbsoluteError() {
        return loss instanceof LossMAE && activation instanceof ActivationIdentity;
    }

    /** Mean distance of labels from the median of their column, which is the best constant answer by it, or from 0. */
    private static double meanDistance(INDArray labels, boolean fromMedian) {
        double sum = 0;
        for (int column = 0; column < labels.size(1); column++) {
            double[] values = labels.getColumn(column).toDoubleVector();
            double middle = fromMedian ? Median.withDefaults().evaluate(values) : 0;
            sum += Arrays.stream(values).map(value -> Math.abs(value - middle)).sum();
        }
        return sum / labels.length();
    }

    private static double meanSquare(INDArray labels) {
        double norm = labels.norm2Number().doubleValue();
        return norm * norm / labels.length();
    }

    private static double surprise(double share) {
        return share <= 0 ? 0 : -share * Math.log(share);
    }

    private static double sum(double[] values, DoubleUnaryOperator term) {
        return Arrays.stream(values).map(term).sum();
    }
}
