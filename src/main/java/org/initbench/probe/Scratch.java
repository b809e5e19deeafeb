package org.initbench.probe;

/** Arrays to copy into, so that what is measured at every iteration allocates them once. */
final class Scratch {

    private double[] doubles = {};
    private int[] ints = {};
    private byte[] table = {};

    /** An array of at least that length, which whoever asked last is done with. */
    double[] doubles(int length) {
        if (doubles.length < length) {
            doubles = new double[length];
        }
        return doubles;
    }

    /** An array of at least that length, which whoever asked last is done with. */
    int[] ints(int length) {
        if (ints.length < length) {
            ints = new int[length];
        }
        return ints;
    }

    /** A table of that length, which whoever asked last is done with. */
    byte[] table(int length) {
        if (table.length != length) {
            table = new byte[length];
        }
        return table;
    }
}
