package org.initbench.step;

import java.util.Arrays;

/** What a recurrent layer makes of pre-activations, step by step, and what it remembers of them on the way back. For one thread. */
interface Cell {

    /** Pre-activations of a unit. */
    int gates();

    /**
     * Whether whoever watches it sees dL/dh, as it is the activation that h comes of. An LSTM's h is a product, whose gradients DL4J shows
     * nobody.
     */
    default boolean isActivation() {
        return gates() == 1;
    }

    /**
     * Goes a step forward; step 0 begins.
     *
     * @param z (examples, gates × units) by rows
     * @param h (examples, units) by rows, to be filled
     */
    void forward(int step, double[] z, double[] h, int examples);

    /**
     * Goes a step back.
     *
     * @param isLast whether it is the last step, with which the way back begins
     * @param ofH dL/dh, which may be overwritten
     * @param ofZ dL/dz, to be filled
     */
    void backward(int step, boolean isLast, double[] ofH, double[] ofZ, int examples);

    /** Memory for one step more than there was, where that is wanted. */
    static double[][] grown(double[][] steps, int step, int size) {
        double[][] grown = step < steps.length ? steps : Arrays.copyOf(steps, step + 1);
        if (grown[step] == null || grown[step].length < size) {
            grown[step] = new double[size];
        }
        return grown;
    }

    /** h = f(z). */
    final class Simple implements Cell {

        private final int units;
        private final Curve curve;
        private double[][] outputs = {};

        Simple(int units, Curve curve) {
            this.units = units;
            this.curve = curve;
        }

        @Override
        public int gates() {
            return 1;
        }

        @Override
        public void forward(int step, double[] z, double[] h, int examples) {
            int count = examples * units;
            outputs = grown(outputs, step, count);
            curve.apply(z, count);
            System.arraycopy(z, 0, h, 0, count);
            System.arraycopy(z, 0, outputs[step], 0, count);
        }

        @Override
        public void backward(int step, boolean isLast, double[] ofH, double[] ofZ, int examples) {
            int count = examples * units;
            System.arraycopy(ofH, 0, ofZ, 0, count);
            curve.back(outputs[step], ofZ, count);
        }
    }
}
