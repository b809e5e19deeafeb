package org.initbench.config;

import java.util.List;

/**
 * How every trial of a study is trained.
 *
 * @param precision of parameters and arithmetic
 * @param updater turns gradients into updates
 * @param learningRates one trial per rate; a single one unless the study gives a list
 * @param schedule of the learning rate over iterations
 * @param batchSize examples per minibatch; 0 is the full batch
 * @param dropLast whether a last, smaller minibatch of an epoch is left out
 * @param shuffle whether minibatches are drawn anew each epoch; a full batch keeps its order
 * @param length when to stop
 * @param l2 coefficient of DL4J's L2 regularisation, λ/2·‖w‖² in the loss
 * @param clipPerParameterL2 the L2 norm to which the gradient of each parameter is clipped; 0 is off
 * @param divergence a training loss above this ends the trial
 */
public record Training(
        Precision precision,
        Updater updater,
        List<Double> learningRates,
        Schedule schedule,
        int batchSize,
        boolean dropLast,
        boolean shuffle,
        Length length,
        double l2,
        double clipPerParameterL2,
        double divergence) {

    /** The same without a schedule. */
    public Training atConstantRate() {
        return new Training(
                precision,
                updater,
                learningRates,
                new Constant(),
                batchSize,
                dropLast,
                shuffle,
                length,
                l2,
                clipPerParameterL2,
                divergence);
    }

    /** The same with so many examples in a minibatch. */
    public Training withBatchSize(int examples) {
        return new Training(
                precision,
                updater,
                learningRates,
                schedule,
                examples,
                dropLast,
                shuffle,
                length,
                l2,
                clipPerParameterL2,
                divergence);
    }

    /** Floating-point type of a network. */
    public enum Precision {
        FLOAT,
        DOUBLE
    }

    /** How long to train: a number of iterations or of epochs. */
    public sealed interface Length {
        /** Iterations for an epoch of {@code iterationsPerEpoch}. */
        int iterations(int iterationsPerEpoch);
    }

    /** Training ends after this many updates; 0 does not train. */
    public record Iterations(int count) implements Length {
        @Override
        public int iterations(int iterationsPerEpoch) {
            return count;
        }
    }

    /** Training ends after this many passes over the training data. */
    public record Epochs(int count) implements Length {
        @Override
        public int iterations(int iterationsPerEpoch) {
            long iterations = (long) count * iterationsPerEpoch;
            if (iterations > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(count + " epochs of " + iterationsPerEpoch
                        + " iterations are more than " + Integer.MAX_VALUE + " iterations");
            }
            return (int) iterations;
        }
    }

    /** An updater with its settings, apart from the learning rate. */
    public sealed interface Updater {

        /** What {@code cases} makes of it; whoever asks has an answer for every kind, or does not compile. */
        <R> R match(UpdaterCases<R> cases);

        /** An answer for each kind of updater. */
        interface UpdaterCases<R> {
            /** Plain gradient descent. */
            R sgd(Sgd sgd);

            /** Classical momentum. */
            R momentum(Momentum momentum);

            /** Nesterov's momentum. */
            R nesterov(Nesterov nesterov);

            /** Adam. */
            R adam(Adam adam);

            /** RMSProp. */
            R rmsProp(RmsProp rmsProp);

            /** The network's own. */
            R own(Own own);
        }
    }

    /** Plain stochastic gradient descent. */
    public record Sgd() implements Updater {
        @Override
        public <R> R match(UpdaterCases<R> cases) {
            return cases.sgd(this);
        }
    }

    /** Classical momentum, v ← μv − ηg, w ← w + v. Polyak 1964. */
    public record Momentum(double momentum) implements Updater {
        @Override
        public <R> R match(UpdaterCases<R> cases) {
            return cases.momentum(this);
        }
    }

    /** Nesterov's momentum as in DL4J. */
    public record Nesterov(double momentum) implements Updater {
        @Override
        public <R> R match(UpdaterCases<R> cases) {
            return cases.nesterov(this);
        }
    }

    /** Adam. Kingma &amp; Ba 2015. */
    public record Adam(double beta1, double beta2, double epsilon) implements Updater {
        @Override
        public <R> R match(UpdaterCases<R> cases) {
            return cases.adam(this);
        }
    }

    /** RMSProp. */
    public record RmsProp(double decay, double epsilon) implements Updater {
        @Override
        public <R> R match(UpdaterCases<R> cases) {
            return cases.rmsProp(this);
        }
    }

    /** The updater, rates and penalties that a network file brings. */
    public record Own() implements Updater {
        @Override
        public <R> R match(UpdaterCases<R> cases) {
            return cases.own(this);
        }
    }

    /** The learning rate over iterations. */
    public sealed interface Schedule {

        /** What {@code cases} makes of it. */
        <R> R match(ScheduleCases<R> cases);

        /** An answer for each kind of schedule. */
        interface ScheduleCases<R> {
            /** Always the same rate. */
            R constant(Constant constant);

            /** Up and down. */
            R triangular(Triangular triangular);
        }
    }

    /** Always the same rate. */
    public record Constant() implements Schedule {
        @Override
        public <R> R match(ScheduleCases<R> cases) {
            return cases.constant(this);
        }
    }

    /**
     * The triangular cyclical rate of Smith 2017: linear from {@code base} to {@code max} in {@code stepSize} iterations
     * and back. It replaces the learning rate.
     */
    public record Triangular(double base, double max, int stepSize) implements Schedule {
        @Override
        public <R> R match(ScheduleCases<R> cases) {
            return cases.triangular(this);
        }
    }
}
