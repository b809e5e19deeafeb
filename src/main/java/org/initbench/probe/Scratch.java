package org.initbench.probe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Arrays to copy into, so that what is measured at every iteration allocates them once. */
final class Scratch {

    private final Pool<double[]> doubles = new Pool<>(double[]::new);
    private final Pool<int[]> ints = new Pool<>(int[]::new);
    private final double[] doublePiece = new double[Values.PIECE];
    private final int[] intPiece = new int[Values.PIECE];
    private final double[] block = new double[Values.PIECE];
    private byte[] table = {};

    /** Arrays that are lent and given back, by their length. */
    static final class Pool<T> {

        private final IntFunction<T> allocate;
        private final Map<Integer, Deque<T>> free = new HashMap<>();

        private Pool(IntFunction<T> allocate) {
            this.allocate = allocate;
        }

        private Deque<T> free(int length) {
            return free.computeIfAbsent(length, size -> new ArrayDeque<>());
        }

        /** An array of that length, until it is given back. */
        T lend(int length) {
            Deque<T> known = free(length);
            return known.isEmpty() ? allocate.apply(length) : known.pop();
        }

        /** Takes an array of that length back. */
        void giveBack(int length, T lent) {
            free(length).push(lent);
        }
    }

    Pool<double[]> doubles() {
        return doubles;
    }

    Pool<int[]> ints() {
        return ints;
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
