package org.initbench.probe;

/**
 * Division by a constant. Multiplying is faster, and the same where the divisor is a power of 2.
 *
 * @param isExact whether to multiply by the factor is the same
 */
record Scale(double divisor, double factor, boolean isExact) {

    static Scale by(double divisor) {
        boolean isPowerOfTwo = Math.abs(divisor) == Math.scalb(1.0, Math.getExponent(divisor));
        return new Scale(divisor, 1 / divisor, isPowerOfTwo);
    }

    double of(double value) {
        return isExact ? value * factor : value / divisor;
    }
}
