package org.initbench.probe;

/**
 * Division by a constant. Multiplying is faster, and the same where the divisor is a power of 2.
 *
 * @param isExact whether to multiply by the factor is the same
 * @param isShort whether the divisor is a float that neither overflows nor vanishes in what follows
 */
record Scale(double divisor, double factor, boolean isExact, boolean isShort) {

    private static final double MOST = 0x1p100;
    private static final int EXPONENT = 0x7f800000;
    private static final int LAST_OF_EXPONENT = 0x00800000;

    static Scale by(double divisor) {
        double size = Math.abs(divisor);
        boolean isPowerOfTwo = size == Math.scalb(1.0, Math.getExponent(divisor));
        boolean isShort = divisor == (float) divisor && size < MOST && size > 1 / MOST;
        return new Scale(divisor, 1 / divisor, isPowerOfTwo, isShort);
    }

    double of(double value) {
        return isExact ? value * factor : value / divisor;
    }

    /** Puts some floats, of which there are the bits, divided, into a block; of 0 the sign may be lost. */
    void of(int[] bits, int first, int count, double[] block) {
        if (isExact || (isShort && areFinite(bits, first, count))) {
            for (int i = 0; i < count; i++) {
                block[i] = quotient(bits[first + i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                block[i] = Float.intBitsToFloat(bits[first + i]) / divisor;
            }
        }
    }

    /**
     * x/d of bits without a division, where that {@linkplain #isExact is exact}, or the divisor {@link #isShort} and x finite.
     *
     * <p>q = x·(1/d) is off by two units of the last place at most, x − qd is exact, and to add it, times 1/d, rounds once (Markstein 1990).
     * It is rounded as x/d is, as a quotient of two numbers of 24 bits is one of 53 bits or further than 2^-25 units of the last place from
     * where rounding changes.
     */
    double quotient(int bits) {
        double value = Float.intBitsToFloat(bits);
        double quotient = value * factor;
        return isExact ? quotient : Math.fma(Math.fma(-quotient, divisor, value), factor, quotient);
    }

    private static boolean areFinite(int[] bits, int first, int count) {
        int signs = 0;
        for (int i = first; i < first + count; i++) {
            signs |= (bits[i] & EXPONENT) + LAST_OF_EXPONENT;
        }
        return signs >= 0;
    }
}
