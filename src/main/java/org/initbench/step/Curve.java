package org.initbench.step;

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

    /** A function whose value is 0 or its argument, and whose derivative is 0 or 1, so that floats need no doubles. */
    sealed interface Linear extends Curve {

        /** Replaces z by f(z). */
        void apply(float[] z, int count);

        /** Multiplies by f′(z), given f(z): both the bits of floats, as loops over integers are those that the compiler makes wide. */
        void back(int[] a, int[] gradient, int count);
    }

    /** z. */
    record Identity() implements Linear {

        @Override
        public void apply(double[] z, int count) {}

        @Override
        public void back(double[] a, double[] gradient, int count) {}

        @Override
        public void apply(float[] z, int count) {}

        @Override
        public void back(int[] a, int[] gradient, int count) {}
    }

    /** max(0, z). No branch depends on values, as half of them would be foreseen wrongly. */
    record Relu() implements Linear {

        private static final int LAST_BIT = 63;
        private static final int LAST_BIT_OF_FLOATS = 31;

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

        @Override
        public void apply(float[] z, int count) {
            for (int i = 0; i < count; i++) {
                z[i] = Math.max(z[i], 0);
            }
        }

        @Override
        public void back(int[] a, int[] gradient, int count) {
            for (int i = 0; i < count; i++) {
                gradient[i] &= (a[i] + Integer.MAX_VALUE) >> LAST_BIT_OF_FLOATS;
            }
        }
    }

    /** 1/(1 + e^(−z)) = (1 + tanh(z/2))/2. */
    record Sigmoid() implements Curve {

        private static final Tanh TANH = new Tanh();

        @Override
        public void apply(double[] z, int count) {
            for (int i = 0; i < count; i++) {
                z[i] *= 0.5;
            }
            TANH.apply(z, count);
            for (int i = 0; i < count; i++) {
                z[i] = 0.5 + 0.5 * z[i];
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
