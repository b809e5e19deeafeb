package org.initbench.probe;

import java.util.Arrays;

/**
 * Which place of a histogram the floats with the same leading 16 bits have, which is the same one for most of them: sign,
 * exponent and 7 bits of the mantissa. Counting by this table takes no arithmetic; only where an edge lies between floats
 * with the same leading bits is each value looked at.
 */
final class FloatPlaces {

    private static final int HALF = 1 << 15;
    private static final int LOW_BITS = 0xffff;
    private static final int BLOCK = 1024;

    private final Histogram histogram;
    private final Scale scale;

    /** Place by leading bits. */
    private final byte[] table;

    private final int unsure;

    /**
     * A table for values divided by {@code scale}.
     *
     * @throws IllegalArgumentException if the histogram has too many places
     */
    FloatPlaces(Histogram histogram, Scale scale, Scratch scratch) {
        this.histogram = histogram;
        this.scale = scale;
        this.table = scratch.table(2 * HALF);
        this.unsure = histogram.places();
        fill(0);
        fill(HALF);
    }

    /** Whether a histogram has so few places that they fit into the table. */
    static boolean hold(Histogram histogram) {
        return histogram.places() < Byte.MAX_VALUE;
    }

    /** Values of one sign go one way as their bits do, so that those of one place follow each other. */
    private void fill(int sign) {
        int end = sign + HALF - 1;
        int next = sign;
        while (next <= end) {
            int place = place(next << 16);
            int last = place == place(next << 16 | LOW_BITS) ? lastOf(place, next, end) : next - 1;
            if (last >= next) {
                Arrays.fill(table, next, last + 1, (byte) place);
                next = last + 1;
            } else {
                table[next++] = (byte) unsure;
            }
        }
    }

    /** The last leading bits all of whose floats have this place; those of {@code from} do. */
    private int lastOf(int place, int from, int end) {
        int low = from;
        int high = end;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (place(middle << 16 | LOW_BITS) == place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private int place(int bits) {
        return histogram.place(scale.of(Float.intBitsToFloat(bits)));
    }

    /** Counts the first {@code length} of these bits of floats. */
    void count(int[] bits, int length) {
        int[] counts = new int[unsure + 1];
        int[] unsureBits = new int[BLOCK];
        for (int start = 0; start < length; start += BLOCK) {
            int end = Math.min(length, start + BLOCK);
            int found = 0;
            for (int i = start; i < end; i++) {
                int place = table[bits[i] >>> 16];
                counts[place]++;
                if (place == unsure) {
                    unsureBits[found++] = bits[i];
                }
            }
            for (int i = 0; i < found; i++) {
                histogram.add(place(unsureBits[i]), 1);
            }
        }
        for (int place = 0; place < unsure; place++) {
            histogram.add(place, counts[place]);
        }
    }
}
