package org.initbench.step;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** An activation function whose derivative can be told from its value. */
interface Curve {

    /** Replaces z by f(z). */
    void apply(double[] z, int count);

    /** Multiplies by f′(z), given f(z). */
    void back(double[] a, double[] gradient, int count);

    /** The one that an activation stands for, if it is known here. */
    static Optional<Curve> of(IActivation activation) {
        boolean isPlain = !(activation instanceof ActivationReLU relu)
                || (relu.getMax() == null && relu.getThreshold() == null && relu.getNegativeSlope() == null);
        return isPlain ? Optional.ofNullable(KNOWN.get(activation.getClass())) : Optional.empty();
    }

    /** By DL4J's class. */
    Map<Class<?>, Curve> KNOWN = Map.of(
            ActivationIdentity.class, new Identity(),
            ActivationReLU.class, new Relu(),
            ActivationTanH.class, new Tanh(),
            ActivationSigmoid.class, new Sigmoid());

    /** z. */
    record Identity() implements Curve {

        @Override
        public void apply(double[] z, int count) {}

        @Override
        public void back(double[] a, double[] gradient, int count) {}
    }

    /** max(0, z). No branch depends on values, as half of them would be foreseen wrongly. */
    record Relu() implements Curve {

        private static final int LAST_BIT = 63;

        @Override
        public void apply(double[] z, int count) {
            for (int i = 0; i < count; i++) {
                z[i] = Math.max(z[i], 0);
            }
        }

        @Override
        public void back(double[] a, double[] gradient, int count) {
            for (int i = 0; i < count; i++) {
                long bits = Double.doubleToRawLongBits(a[i]);
                long isAbove = -bits >> LAST_BIT;
                gradient[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(gradient[i]) & isAbove);
            }
        }
    }

    /**
     * tanh z by its continued fraction, z/(1 + z²/(3 + z²/(5 + …))) (Lambert 1768), as a quotient of polynomials in z²: all of their
     * coefficients are positive, so that nothing cancels, and loops over them are what the compiler makes wide.
     */
    record Tanh() implements Curve {

        /** So many levels come to a double's last digits up to the largest z; beyond that tanh rounds to 1. */
        private static final int LEVELS = 28;

        private static final double LARGEST = 19.0615;
        private static final int AT_A_TIME = 256;
        private static final double[] ABOVE = convergent(0);
        private static final double[] BELOW = convergent(1);

        /** By the recurrence of convergents, P(k) = P(k − 1) + z²/((2k − 1)(2k − 3))·P(k − 2), both parts divided by (2k − 1)!!. */
        private static double[] convergent(double first) {
            double[] before = {first};
            double[] now = {1};
            for (int k = 2; k <= LEVELS; k++) {
                double[] next = Arrays.copyOf(now, Math.max(now.length, before.length + 1));
                for (int i = 0; i < before.length; i++) {
                    next[i + 1] += before[i] / ((2 * k - 1.) * (2 * k - 3));
                }
                before = now;
                now = next;
            }
            return now;
        }

        @Override
        public void apply(double[] z, int count) {
            double[] squares = new double[AT_A_TIME];
            double[] above = new double[AT_A_TIME];
            double[] below = new double[AT_A_TIME];
            for (int from = 0; from < count; from += AT_A_TIME) {
                int many = Math.min(AT_A_TIME, count - from);
                for (int i = 0; i < many; i++) {
                    double within = Math.max(Math.min(z[from + i], LARGEST), -LARGEST);
                    z[from + i] = within;
                    squares[i] = within * within;
                }
                polynomial(ABOVE, squares, above, many);
                polynomial(BELOW, squares, below, many);
                for (int i = 0; i < many; i++) {
                    double within = z[from + i];
                    z[from + i] = Math.abs(within) < LARGEST ? within * (above[i] / below[i]) : within / LARGEST;
                }
            }
        }

        private static void polynomial(double[] coefficients, double[] x, double[] values, int count) {
            Arrays.fill(values, coefficients[coefficients.length - 1]);
            for (int power = coefficients.length - 2; power >= 0; power--) {
                double coefficient = coefficients[power];
                for (int i = 0; i < count; i++) {
                    values[i] = values[i] * x[i] + coefficient;
                }
            }
        }

        @Override
        public void back(double[] a, double[] gradient, int count) {
            for (int i = 0; i < count; i++) {
                gradient[i] *= 1 - a[i] * a[i];
            }
        }
    }

    /** 1/(1 + e^(−z)). */
    record Sigmoid() implements Curve {

        @Override
        public void apply(double[] z, int count) {
            for (int i = 0; i < count; i++) {
                z[i] = 1 / (1 + Math.exp(-z[i]));
            }
        }

        @Override
        public void back(double[] a, double[] gradient, int count) {
            for (int i = 0; i < count; i++) {
                gradient[i] *= a[i] * (1 - a[i]);
            }
        }
    }
}
