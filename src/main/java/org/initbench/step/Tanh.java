package org.initbench.step;

import java.util.Arrays;

/**
 * tanh z by its continued fraction, z/(1 + z²/(3 + z²/(5 + …))) (Lambert 1768), as a quotient of polynomials in z²: all of their
 * coefficients are positive, so that nothing cancels. What is too large for it is halved before, and doubled by
 * tanh 2z = 2 tanh z/(1 + tanh² z). Each loop is straight enough for the compiler to take several numbers at once.
 */
final class Tanh implements Curve {

    private static final int AT_A_TIME = 256;

    /** Eight coefficients above and below. */
    private static final int LEVELS = 15;

    /** Up to there so many levels come to a double's last digits. */
    private static final double LARGEST = 4.4;

    /** Beyond it tanh rounds to 1. */
    private static final double SATURATED = 19.0615;

    private static final double[] ABOVE = coefficients(0);
    private static final double[] BELOW = coefficients(1);

    /** By the recurrence P(k) = P(k − 1) + z²/((2k − 1)(2k − 3))·P(k − 2), both parts divided by (2k − 1)!!. */
    private static double[] coefficients(double first) {
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
        for (int from = 0; from < count; from += AT_A_TIME) {
            some(z, from, Math.min(from + AT_A_TIME, count));
        }
    }

    private static void some(double[] z, int from, int to) {
        double largest = largest(z, from, to);
        boolean isSaturated = largest >= SATURATED;
        if (isSaturated) {
            clamp(z, from, to);
        }
        int halvings = largest <= LARGEST ? 0 : largest <= 2 * LARGEST ? 1 : 2;
        if (halvings > 0) {
            scale(z, from, to, 1. / (1 << halvings));
        }
        quotient(z, from, to);
        for (int i = 0; i < halvings; i++) {
            twice(z, from, to);
        }
        if (isSaturated) {
            saturate(z, from, to);
        }
    }

    private static double largest(double[] z, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            if (Math.abs(z[i]) > largest) {
                largest = Math.abs(z[i]);
            }
        }
        return largest;
    }

    private static void clamp(double[] z, int from, int to) {
        for (int i = from; i < to; i++) {
            z[i] = Math.max(Math.min(z[i], SATURATED), -SATURATED);
        }
    }

    private static void scale(double[] z, int from, int to, double factor) {
        for (int i = from; i < to; i++) {
            z[i] *= factor;
        }
    }

    private static void quotient(double[] z, int from, int to) {
        double p7 = ABOVE[7];
        double p6 = ABOVE[6];
        double p5 = ABOVE[5];
        double p4 = ABOVE[4];
        double p3 = ABOVE[3];
        double p2 = ABOVE[2];
        double p1 = ABOVE[1];
        double q7 = BELOW[7];
        double q6 = BELOW[6];
        double q5 = BELOW[5];
        double q4 = BELOW[4];
        double q3 = BELOW[3];
        double q2 = BELOW[2];
        double q1 = BELOW[1];
        for (int i = from; i < to; i++) {
            double x = z[i];
            double y = x * x;
            double above = ((((((p7 * y + p6) * y + p5) * y + p4) * y + p3) * y + p2) * y + p1) * y + 1;
            double below = ((((((q7 * y + q6) * y + q5) * y + q4) * y + q3) * y + q2) * y + q1) * y + 1;
            z[i] = x * (above / below);
        }
    }

    private static void twice(double[] tanh, int from, int to) {
        for (int i = from; i < to; i++) {
            tanh[i] = 2 * tanh[i] / (1 + tanh[i] * tanh[i]);
        }
    }

    /** What is a bit less than 1 where z was clamped is 1 there. */
    private static void saturate(double[] tanh, int from, int to) {
        double least = 1 - 2 * Math.ulp(1.);
        for (int i = from; i < to; i++) {
            if (Math.abs(tanh[i]) >= least) {
                tanh[i] = Math.signum(tanh[i]);
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
