package org.initbench.theory;

import java.util.function.DoubleUnaryOperator;

/** Moments of an activation for as many second moments of its normal argument as a picture has positions. */
final class Moments {

    /** Below it integrals are taken one by one. */
    static final int FEW = 24;

    /** Of the series in Hermite polynomials. */
    private static final int TERMS = 24;

    private static final double END = 8;
    private static final int STEPS = 800;

    private final Nonlinearity nonlinearity;
    private final Tabulated squares;
    private final Tabulated means;
    private final Tabulated slopes;
    private final Tabulated series;

    Moments(Nonlinearity nonlinearity) {
        this.nonlinearity = nonlinearity;
        this.squares = tabulated(nonlinearity::secondMoment);
        this.means = tabulated(this::mean);
        this.slopes = tabulated(this::slope);
        this.series = new Tabulated(this::coefficients);
    }

    private static Tabulated tabulated(DoubleUnaryOperator function) {
        return new Tabulated(q -> new double[] {function.applyAsDouble(q)});
    }

    /** E[φ²] for each. */
    double[][] squares(double[][] q) {
        return each(q, squares, nonlinearity::secondMoment);
    }

    /** E[φ] for each. */
    double[][] means(double[][] q) {
        return each(q, means, this::mean);
    }

    /** E[φ′²] for each; of a signal that is always 0 what is there. */
    double[][] slopes(double[][] q) {
        return each(q, slopes, this::slope);
    }

    private double slope(double q) {
        if (q > 0) {
            return nonlinearity.squaredSlope(q);
        }
        double slope = nonlinearity.derivatives(0)[0];
        return slope * slope;
    }

    private double mean(double q) {
        return nonlinearity.isHomogeneous() ? Math.sqrt(q) * nonlinearity.mean(1) : nonlinearity.mean(q);
    }

    private double[][] each(double[][] q, Tabulated table, DoubleUnaryOperator exact) {
        boolean isMany = q.length * q[0].length > FEW && !nonlinearity.isHomogeneous();
        return Arrays2.map(q, isMany ? value -> table.at(value)[0] : exact);
    }

    /**
     * E[φ(u)·φ(v)] for normal u and v of mean 0. Straight on both sides of 0 it is known (Cho &amp; Saul 2009), else Σ a_k(q₁)·a_k(q₂)·ρ^k
     * with the coefficients of φ(√q z) in Hermite polynomials.
     */
    double product(double first, double second, double covariance) {
        double scale = Math.sqrt(first * second);
        double correlation = scale == 0 ? 0 : Math.max(-1, Math.min(1, covariance / scale));
        if (nonlinearity.isHomogeneous()) {
            double above = nonlinearity.values(1)[0];
            double below = -nonlinearity.values(-1)[0];
            double even = (above - below) / 2;
            double odd = (above + below) / 2;
            double bent = Math.sqrt(1 - correlation * correlation) + correlation * Math.asin(correlation);
            return odd * odd * covariance + even * even * scale * bent * 2 / Math.PI;
        }
        double[] one = series.at(first);
        double[] other = series.at(second);
        double sum = 0;
        double power = 1;
        for (int term = 0; term < TERMS; term++) {
            sum += one[term] * other[term] * power;
            power *= correlation;
        }
        return sum + Math.sqrt(Math.max(0, one[TERMS]) * Math.max(0, other[TERMS])) * power;
    }

    /** The first coefficients, and the squares of all others together. */
    private double[] coefficients(double q) {
        double[] points = new double[STEPS + 1];
        double width = 2 * END / STEPS;
        for (int i = 0; i <= STEPS; i++) {
            points[i] = Math.sqrt(q) * (i * width - END);
        }
        double[] values = nonlinearity.values(points);
        double[] sums = new double[TERMS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double z = i * width - END;
            double weight = values[i] * width * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            double before = 0;
            double hermite = 1;
            for (int term = 0; term < TERMS; term++) {
                sums[term] += weight * hermite;
                double next = (z * hermite - Math.sqrt(term) * before) / Math.sqrt(term + 1.0);
                before = hermite;
                hermite = next;
            }
            sums[TERMS] += weight * values[i];
        }
        for (int term = 0; term < TERMS; term++) {
            sums[TERMS] -= sums[term] * sums[term];
        }
        return sums;
    }
}
