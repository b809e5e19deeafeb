package org.initbench.probe;

/**
 * The least and the greatest of floats, by their bits. Most pieces change neither, which loops without a comparison tell: the compiler
 * makes differences and unions of bits wide, and no minimum.
 */
final class FloatExtremes {

    private static final int SIGN = 31;
    private static final int SIZE = Integer.MAX_VALUE;
    private static final int INFINITY = 0x7f800000;

    /** Of all so far, {@link #ordered}. */
    private int low = Integer.MAX_VALUE;

    private int high = Integer.MIN_VALUE;

    void add(int[] bits, int first, int count) {
        int end = first + count;
        boolean areBothSigns = low < 0 && high >= 0;
        boolean isInside = low <= high
                && (areBothSigns
                        ? isInside(bits, first, end, ordered(low) & SIZE, high)
                        : isInside(bits, first, end, low < 0 ? 1 << SIGN : 0));
        if (!isInside) {
            for (int i = first; i < end; i++) {
                int each = ordered(bits[i]);
                low = Math.min(low, each);
                high = Math.max(high, each);
            }
        }
    }

    /** Whether no value is larger than the greatest, and no negative one larger in size than the least, where there are both signs. */
    private static boolean isInside(int[] bits, int first, int end, int sizeBelow, int above) {
        int outside = 0;
        for (int i = first; i < end; i++) {
            int each = bits[i];
            int sign = each >> SIGN;
            outside |= (above - (each & ~sign)) | (sizeBelow - (each & sign & SIZE));
        }
        return outside >= 0;
    }

    /** Whether all values have this sign, and a size between those of the extremes. */
    private boolean isInside(int[] bits, int first, int end, int sign) {
        int least = Math.min(ordered(low) & SIZE, ordered(high) & SIZE);
        int most = Math.max(ordered(low) & SIZE, ordered(high) & SIZE);
        int outside = 0;
        for (int i = first; i < end; i++) {
            int size = bits[i] ^ sign;
            outside |= size | (size - least) | (most - size);
        }
        return outside >= 0;
    }

    /** Turns bits into an integer that compares as the value does, and back. */
    private static int ordered(int bits) {
        return bits ^ (bits >> SIGN) >>> 1;
    }

    /** How many of some values are exactly 0. */
    static int zeros(int[] bits, int first, int count) {
        int nonZeros = 0;
        for (int i = first; i < first + count; i++) {
            int size = bits[i] << 1;
            nonZeros += (size | -size) >>> SIGN;
        }
        return count - nonZeros;
    }

    /** Whether no value is NaN. */
    boolean isNumber() {
        return high <= INFINITY && low >= ordered(1 << SIGN | INFINITY);
    }

    float least() {
        return Float.intBitsToFloat(ordered(low));
    }

    float greatest() {
        return Float.intBitsToFloat(ordered(high));
    }
}
