package org.initbench.probe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Arrays to copy into, so that what is measured at every iteration allocates them once. */
final class Scratch {

    private final Map<Integer, Deque<double[]>> doubles = new HashMap<>();
    private final Map<Integer, Deque<int[]>> ints = new HashMap<>();
    private final double[] doublePiece = new double[Values.PIECE];
    private final int[] intPiece = new int[Values.PIECE];
    private final double[] block = new double[Values.PIECE];
    private byte[] table = {};

    /** An array of that length, until it is given back. */
    double[] lendDoubles(int length) {
        double[] free =
                doubles.computeIfAbsent(length, size -> new ArrayDeque<>()).poll();
        return free == null ? new double[length] : free;
    }

    /** An array of that length, until it is given back. */
    int[] lendInts(int length) {
        int[] free = ints.computeIfAbsent(length, size -> new ArrayDeque<>()).poll();
        return free == null ? new int[length] : free;
    }

    /** Takes an array back. */
    void giveBack(double[] lent) {
        doubles.computeIfAbsent(lent.length, size -> new ArrayDeque<>()).push(lent);
    }

    /** Takes an array back. */
    void giveBack(int[] lent) {
        ints.computeIfAbsent(lent.length, size -> new ArrayDeque<>()).push(lent);
    }

    /** A piece, which whoever asked last is done with. */
    double[] doublePiece() {
        return doublePiece;
    }

    /** A piece, which whoever asked last is done with. */
    int[] intPiece() {
        return intPiece;
    }

    /** For the values of a piece, which whoever asked last is done with. */
    double[] block() {
        return block;
    }

    /** A table of that length, which whoever asked last is done with. */
    byte[] table(int length) {
        if (table.length != length) {
            table = new byte[length];
        }
        return table;
    }
}
