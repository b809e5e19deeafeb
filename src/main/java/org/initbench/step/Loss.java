package org.initbench.step;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.core.Sum;
import org.initbench.network.SigmoidCrossEntropy;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;

/** A loss, with the activation that goes before it. */
interface Loss {

    /**
     * Replaces pre-activations by what the network says.
     *
     * @param z (examples, outputs) by columns
     * @param labels (examples, outputs) by rows
     * @param losses of the examples, to be filled
     */
    void activate(double[] z, double[] labels, double[] losses, int examples, int outputs);

    /** The same, and gives the sum of the losses, for which the single ones need not be known to their last digits. */
    default double sum(double[] z, double[] labels, double[] losses, int examples, int outputs) {
        activate(z, labels, losses, examples, outputs);
        return Sum.of(Arrays.copyOf(losses, examples)).getAsDouble();
    }

    /**
     * Replaces what the network says by dL/dz: for a loss and the activation that it goes with, how far it is from the labels.
     *
     * @param said (examples, outputs) by columns
     * @param labels (examples, outputs) by rows
     */
    default void goBack(double[] said, double[] labels, int examples, int outputs) {
        for (int output = 0; output < outputs; output++) {
            for (int example = 0; example < examples; example++) {
                said[output * examples + example] -= labels[example * outputs + output];
            }
        }
    }

    /** The one that DL4J's loss stands for behind an activation, if it is known here. */
    static Optional<Loss> of(ILossFunction loss, IActivation activation) {
        // The second is the first by another name.
        boolean isCrossEntropy =
                loss.getClass() == LossMCXENT.class || loss.getClass() == LossNegativeLogLikelihood.class;
        if (isCrossEntropy && activation instanceof ActivationSoftmax) {
            LossMCXENT entropy = (LossMCXENT) loss;
            return entropy.getWeights() == null
                    ? Optional.of(new SoftmaxCrossEntropy(entropy.getSoftmaxClipEps()))
                    : Optional.empty();
        }
        if (loss instanceof SigmoidCrossEntropy && activation instanceof ActivationSigmoid) {
            return Optional.of(new LogisticLoss());
        }
        if (loss.getClass() == LossMSE.class && activation instanceof ActivationIdentity) {
            return ((LossMSE) loss).getWeights() == null ? Optional.of(ErrorLoss.SQUARED) : Optional.empty();
        }
        if (loss.getClass() == LossMAE.class && activation instanceof ActivationIdentity) {
            return ((LossMAE) loss).getWeights() == null ? Optional.of(ErrorLoss.ABSOLUTE) : Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * −Σ y ln p of a softmax.
     *
     * @param least what DL4J takes a probability for at least, and one less than it at most, in the loss but not in its gradient
     */
    record SoftmaxCrossEntropy(double least) implements Loss {

        @Override
        public void activate(double[] z, double[] labels, double[] losses, int examples, int outputs) {
            for (int example = 0; example < examples; example++) {
                double most = z[example];
                for (int output = 1; output < outputs; output++) {
                    most = Math.max(most, z[output * examples + example]);
                }
                double sum = 0;
                for (int output = 0; output < outputs; output++) {
                    double power = Math.exp(z[output * examples + example] - most);
                    z[output * examples + example] = power;
                    sum += power;
                }
                double loss = 0;
                for (int output = 0; output < outputs; output++) {
                    double probability = z[output * examples + example] / sum;
                    double label = labels[example * outputs + output];
                    if (label != 0) {
                        loss -= label * Math.log(Math.min(Math.max(probability, least), 1 - least));
                    }
                    z[output * examples + example] = probability;
                }
                losses[example] = loss;
            }
        }
    }

    /** ln(1 + e^z) − yz of a sigmoid. */
    record LogisticLoss() implements Loss {

        /** So many numbers between 1 and 2 have a product that is one. */
        private static final int FACTORS = 1000;

        /** A mean loss below it has digits that tanh has not. */
        private static final double SMALL = 1e-2;

        private static final Tanh TANH = new Tanh();

        @Override
        public void activate(double[] z, double[] labels, double[] losses, int examples, int outputs) {
            Arrays.fill(losses, 0, examples, 0);
            for (int output = 0; output < outputs; output++) {
                for (int example = 0; example < examples; example++) {
                    int place = output * examples + example;
                    double logit = z[place];
                    double power = Math.exp(-Math.abs(logit));
                    double sum = 1 + power;
                    losses[example] +=
                            Math.max(logit, 0) - logit * labels[example * outputs + output] + logarithm(sum, power);
                    z[place] = (logit >= 0 ? 1 : power) / sum;
                }
            }
        }

        /**
         * With t = tanh(z/2) a sigmoid is (1 + t)/2, and ln(1 + e^(-|z|)) = ln 2 - ln(1 + |t|), whose sum is the logarithm of a product:
         * in place of an exponential and a logarithm for each number.
         */
        @Override
        public double sum(double[] z, double[] labels, double[] losses, int examples, int outputs) {
            int count = examples * outputs;
            double[] logits = Arrays.copyOf(z, count);
            double linear = 0;
            for (int output = 0; output < outputs; output++) {
                for (int example = 0; example < examples; example++) {
                    double logit = logits[output * examples + example];
                    linear += Math.max(logit, 0) - logit * labels[example * outputs + output];
                }
            }
            for (int i = 0; i < count; i++) {
                z[i] *= 0.5;
            }
            TANH.apply(z, count);
            double logarithms = logarithms(z, count);
            for (int i = 0; i < count; i++) {
                z[i] = 0.5 + 0.5 * z[i];
            }
            double sum = linear + (count * Math.log(2) - logarithms);
            if (sum > SMALL * count) {
                return sum;
            }
            System.arraycopy(logits, 0, z, 0, count);
            return Loss.super.sum(z, labels, losses, examples, outputs);
        }

        /** Σ ln(1 + |t|). */
        private static double logarithms(double[] t, int count) {
            double sum = 0;
            for (int from = 0; from < count; from += FACTORS) {
                int to = Math.min(count, from + FACTORS);
                double even = 1;
                double odd = 1;
                int i = from;
                for (; i < to - 1; i += 2) {
                    even *= 1 + Math.abs(t[i]);
                    odd *= 1 + Math.abs(t[i + 1]);
                }
                if (i < to) {
                    even *= 1 + Math.abs(t[i]);
                }
                sum += Math.log(even) + Math.log(odd);
            }
            return sum;
        }

        /** ln(1 + p), to the last digits of a small p: Goldberg 1991, theorem 4. */
        private static double logarithm(double sum, double power) {
            double rounded = sum - 1;
            return rounded == 0 ? power : Math.log(sum) * (power / rounded);
        }
    }

    /** A function of how far an output is from its label, its mean over outputs. */
    record ErrorLoss(DoubleUnaryOperator value, DoubleUnaryOperator slope) implements Loss {

        private static final ErrorLoss SQUARED = new ErrorLoss(error -> error * error, error -> 2 * error);
        private static final ErrorLoss ABSOLUTE = new ErrorLoss(Math::abs, Math::signum);

        @Override
        public void activate(double[] z, double[] labels, double[] losses, int examples, int outputs) {
            Arrays.fill(losses, 0, examples, 0);
            for (int output = 0; output < outputs; output++) {
                for (int example = 0; example < examples; example++) {
                    double error = z[output * examples + example] - labels[example * outputs + output];
                    losses[example] += value.applyAsDouble(error) / outputs;
                }
            }
        }

        @Override
        public void goBack(double[] said, double[] labels, int examples, int outputs) {
            Loss.super.goBack(said, labels, examples, outputs);
            for (int place = 0; place < examples * outputs; place++) {
                said[place] = slope.applyAsDouble(said[place]) / outputs;
            }
        }
    }
}
