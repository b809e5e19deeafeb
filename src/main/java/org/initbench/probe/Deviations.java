package org.initbench.probe;

/**
 * Sums over the values of a piece. Two at a time, as each addition has to wait for the one before.
 *
 * @param shift what deviations are taken from: the first value, so that it is never far outside what it is subtracted from
 * @param sum of the deviations
 * @param squares of the deviations, summed
 * @param sizes the sum of |value|
 */
record Deviations(double shift, double sum, double squares, double sizes) {

    /** Those of the first values of a block. */
    static Deviations of(double[] block, int count) {
        double shift = block[0];
        double sum = 0;
        double otherSum = 0;
        double squares = 0;
        double otherSquares = 0;
        double sizes = 0;
        double otherSizes = 0;
        for (int i = 0; i < count - 1; i += 2) {
            double value = block[i];
            double other = block[i + 1];
            double shifted = value - shift;
            double otherShifted = other - shift;
            sum += shifted;
            otherSum += otherShifted;
            squares = Math.fma(shifted, shifted, squares);
            otherSquares = Math.fma(otherShifted, otherShifted, otherSquares);
            sizes += Math.abs(value);
            otherSizes += Math.abs(other);
        }
        if (count % 2 == 1) {
            double last = block[count - 1];
            sum += last - shift;
            squares = Math.fma(last - shift, last - shift, squares);
            sizes += Math.abs(last);
        }
        return new Deviations(shift, sum + otherSum, squares + otherSquares, sizes + otherSizes);
    }

    /** The same of floats by their bits: to turn them into doubles here takes hardly longer than the sums do. */
    static Deviations of(int[] bits, int first, int count) {
        double shift = Float.intBitsToFloat(bits[first]);
        double sum = 0;
        double otherSum = 0;
        double squares = 0;
        double otherSquares = 0;
        double sizes = 0;
        double otherSizes = 0;
        int last = first + count - 1;
        for (int i = first; i < last; i += 2) {
            double value = Float.intBitsToFloat(bits[i]);
            double other = Float.intBitsToFloat(bits[i + 1]);
            double shifted = value - shift;
            double otherShifted = other - shift;
            sum += shifted;
            otherSum += otherShifted;
            squares = Math.fma(shifted, shifted, squares);
            otherSquares = Math.fma(otherShifted, otherShifted, otherSquares);
            sizes += Math.abs(value);
            otherSizes += Math.abs(other);
        }
        if (count % 2 == 1) {
            double value = Float.intBitsToFloat(bits[last]);
            sum += value - shift;
            squares = Math.fma(value - shift, value - shift, squares);
            sizes += Math.abs(value);
        }
        return new Deviations(shift, sum + otherSum, squares + otherSquares, sizes + otherSizes);
    }

    /** Those of values that are divided. */
    Deviations dividedBy(double divisor) {
        return new Deviations(shift / divisor, sum / divisor, squares / divisor / divisor, sizes / Math.abs(divisor));
    }
}
