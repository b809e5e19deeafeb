package org.initbench.random;

/**
 * MT19937 seeded by {@code init_genrand}, as NumPy's {@code RandomState} seeds it from an integer. Matsumoto &amp;
 * Nishimura 1998. Commons Math's generator of this name differs for seeds of 2³¹ and above, where it extends the sign.
 */
final class MersenneTwister {

    private static final int LENGTH = 624;
    private static final int SHIFT = 397;
    private static final int UPPER_BIT = 0x80000000;
    private static final int LOWER_BITS = 0x7fffffff;
    private static final int TWIST = 0x9908b0df;

    private final int[] state = new int[LENGTH];
    private int next = LENGTH;

    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < LENGTH; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** The next 32 random bits. */
    int nextInt() {
        if (next == LENGTH) {
            refill();
        }
        int bits = state[next++];
        bits ^= bits >>> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >>> 18);
    }

    private void refill() {
        for (int i = 0; i < LENGTH; i++) {
            int joined = (state[i] & UPPER_BIT) | (state[(i + 1) % LENGTH] & LOWER_BITS);
            state[i] = state[(i + SHIFT) % LENGTH] ^ (joined >>> 1) ^ ((joined & 1) == 0 ? 0 : TWIST);
        }
        next = 0;
    }
}
