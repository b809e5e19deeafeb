package org.initbench.probe;

import java.util.Arrays;

/**
 * Which place of a histogram the floats with the same leading 19 bits have, which is the same one for most of them: sign,
 * exponent and 10 bits of the mantissa. Counting by this table takes no arithmetic; only where an edge lies between floats
 * with the same leading bits is each value looked at.
 */
final class FloatPlaces {

    /** How many bits do not lead, and what they are at most. */
    private static final int REST = 13;

    private static final int LAST = (1 << REST) - 1;

    /** Of leading bits, those of one sign. */
    private static final int HALF = 1 << (31 - REST);

    private static final int BYTE = 0xff;

    /** Place of those that are to be looked at. */
    private static final int UNSURE = 1 << 7;

    /** Few enough that most of them have none that is to be looked at. */
    private static final int AT_A_TIME = 32;

    /** Where the counts begin of every second, third and fourth value of four. */
    private static final int SECOND = 2 * UNSURE;

    private static final int THIRD = 2 * SECOND;
    private static final int FOURTH = SECOND + THIRD;

    private final Histogram histogram;
    private final Scale scale;

    /** Place by leading bits. */
    private final byte[] table;

    private final int[] counts = new int[SECOND + FOURTH];

    /** A table for values divided by {@code scale}, and a histogram that it {@linkplain #hold holds}. */
    FloatPlaces(Histogram histogram, Scale scale, Scratch scratch) {
        this.histogram = histogram;
        this.scale = scale;
        this.table = scratch.table(2 * HALF);
        fill(0);
        fill(HALF);
    }

    /** Whether a histogram has so few places that they fit into the table. */
    static boolean hold(Histogram histogram) {
        return histogram.places() <= UNSURE;
    }

    /** Values of one sign go one way as their bits do, so that those of one place follow each other. */
    private void fill(int sign) {
        int end = sign + HALF - 1;
        int next = sign;
        while (next <= end) {
            int place = first(next);
            int last = place == last(next) ? lastOf(place, next, end) : next - 1;
            if (last >= next) {
                Arrays.fill(table, next, last + 1, (byte) place);
                next = last + 1;
            } else {
                table[next++] = (byte) UNSURE;
            }
        }
    }

    /** The last leading bits all of whose floats have this place; those of {@code from} do. They are near the edge where the place ends. */
    private int lastOf(int place, int from, int end) {
        boolean isRising = (from >= HALF) == (scale.divisor() < 0);
        double edge = isRising ? histogram.above(place) : histogram.below(place);
        int guess = Float.floatToRawIntBits((float) (edge * scale.divisor())) >>> REST;
        for (int near = Math.max(from, guess - 2); near <= Math.min(end, guess + 1); near++) {
            if (last(near) == place && (near == end || last(near + 1) != place)) {
                return near;
            }
        }
        int low = from;
        int high = end;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (last(middle) == place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The place of the first float with these leading bits. */
    private int first(int leading) {
        return place(leading << REST);
    }

    /** The place of the last float with these leading bits. */
    private int last(int leading) {
        return place(leading << REST | LAST);
    }

    private int place(int bits) {
        return histogram.place(scale.of(Float.intBitsToFloat(bits)));
    }

    /** Counts some of these bits of floats. */
    void count(int[] bits, int first, int many) {
        int end = first + many;
        for (int from = first; from < end; from += AT_A_TIME) {
            int to = Math.min(end, from + AT_A_TIME);
            countByTable(bits, from, to);
            if (takeUnsure() > 0) {
                countUnsure(bits, from, to);
            }
        }
    }

    /** Four at a time, as counting the same place twice has to wait, and without a branch, which would be foreseen wrongly. */
    private void countByTable(int[] bits, int from, int to) {
        byte[] places = table;
        int[] counted = counts;
        int i = from;
        for (; i < to - 3; i += 4) {
            counted[places[bits[i] >>> REST] & BYTE]++;
            counted[(places[bits[i + 1] >>> REST] & BYTE) + SECOND]++;
            counted[(places[bits[i + 2] >>> REST] & BYTE) + THIRD]++;
            counted[(places[bits[i + 3] >>> REST] & BYTE) + FOURTH]++;
        }
        for (; i < to; i++) {
            counted[places[bits[i] >>> REST] & BYTE]++;
        }
    }

    /** How many were to be looked at since this was asked last. */
    private int takeUnsure() {
        int found = counts[UNSURE] + counts[UNSURE + SECOND] + counts[UNSURE + THIRD] + counts[UNSURE + FOURTH];
        counts[UNSURE] = 0;
        counts[UNSURE + SECOND] = 0;
        counts[UNSURE + THIRD] = 0;
        counts[UNSURE + FOURTH] = 0;
        return found;
    }

    private void countUnsure(int[] bits, int from, int to) {
        for (int i = from; i < to; i++) {
            if (table[bits[i] >>> REST] == (byte) UNSURE) {
                histogram.add(place(bits[i]), 1);
            }
        }
    }

    /** Hands what was counted to the histogram. */
    void end() {
        for (int place = 0; place < histogram.places(); place++) {
            histogram.add(
                    place,
                    (long) counts[place] + counts[place + SECOND] + counts[place + THIRD] + counts[place + FOURTH]);
        }
    }
}
