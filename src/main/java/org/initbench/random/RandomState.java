package org.initbench.random;

/**
 * NumPy's legacy generator {@code numpy.random.RandomState(seed)}: the same calls in the same order give the same bits.
 * One normal in some thousands differs by up to 2 ulp, where the C library under NumPy rounds a logarithm otherwise than
 * the JDK. Not safe for use by several threads.
 */
public final class RandomState {

    /** The largest seed NumPy takes. */
    public static final long MAX_SEED = 0xffffffffL;

    private final MersenneTwister bits;
    private double spareGaussian;
    private boolean hasSpareGaussian;

    /**
     * The generator NumPy makes from an integer.
     *
     * @param seed from 0 to {@link #MAX_SEED}
     * @throws IllegalArgumentException if the seed is outside that range
     */
    public RandomState(long seed) {
        if (seed < 0 || seed > MAX_SEED) {
            throw new IllegalArgumentException("a NumPy seed lies between 0 and " + MAX_SEED + ", not " + seed);
        }
        this.bits = new MersenneTwister((int) seed);
    }

    /** The seed {@code offset} after {@code seed}, going on from 0 after {@link #MAX_SEED}. */
    public static long nextSeed(long seed, int offset) {
        return (seed + offset) % (MAX_SEED + 1);
    }

    /** {@code random_sample()}: uniform on [0, 1) with 53 random bits. */
    public double randomSample() {
        int high = bits.nextInt() >>> 5;
        int low = bits.nextInt() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /** {@code standard_normal()}: Marsaglia's polar method, whose second value waits for the next call. */
    public double standardNormal() {
        if (hasSpareGaussian) {
            hasSpareGaussian = false;
            return spareGaussian;
        }
        double x1;
        double x2;
        double squaredRadius;
        do {
            x1 = 2.0 * randomSample() - 1.0;
            x2 = 2.0 * randomSample() - 1.0;
            squaredRadius = x1 * x1 + x2 * x2;
        } while (squaredRadius >= 1.0 || squaredRadius == 0.0);
        double factor = Math.sqrt(-2.0 * Math.log(squaredRadius) / squaredRadius);
        spareGaussian = factor * x1;
        hasSpareGaussian = true;
        return factor * x2;
    }

    /** {@code normal(mean, std)}. */
    public double normal(double mean, double std) {
        return mean + std * standardNormal();
    }

    /** {@code uniform(low, high)}. */
    public double uniform(double low, double high) {
        return low + (high - low) * randomSample();
    }

    /**
     * {@code randint(low, high)}: a whole number from low to high, high excluded.
     *
     * @throws IllegalArgumentException if the range is empty
     */
    public long randint(long low, long high) {
        if (low >= high) {
            throw new IllegalArgumentException("low must be below high, not " + low + " and " + high);
        }
        return low + bounded(high - 1 - low);
    }

    /** {@code shuffle(values)}: in place. */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i >= 1; i--) {
            int j = (int) bounded(i);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    /** {@code permutation(length)}: the numbers from 0 to length − 1, shuffled. */
    public int[] permutation(int length) {
        int[] values = new int[length];
        for (int i = 0; i < length; i++) {
            values[i] = i;
        }
        shuffle(values);
        return values;
    }

    /** A number from 0 to {@code largest} (as unsigned), by masking draws and rejecting those above it. */
    private long bounded(long largest) {
        if (largest == 0) {
            return 0;
        }
        long mask = -1L >>> Long.numberOfLeadingZeros(largest);
        boolean fitsIn32Bits = Long.numberOfLeadingZeros(largest) >= 32;
        long value;
        do {
            value = (fitsIn32Bits ? unsignedInt() : unsignedInt() << 32 | unsignedInt()) & mask;
        } while (Long.compareUnsigned(value, largest) > 0);
        return value;
    }

    private long unsignedInt() {
        return bits.nextInt() & 0xffffffffL;
    }
}
