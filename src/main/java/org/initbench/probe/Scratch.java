package org.initbench.probe;

import java.util.HashMap;
import java.util.Map;

/** Arrays to copy into, one of each length, so that what is measured at every iteration allocates them once. */
final class Scratch {

    private final Map<Integer, double[]> doubles = new HashMap<>();
    private final Map<Integer, float[]> floats = new HashMap<>();

    /** An array of that length, which whoever asked last is done with. */
    double[] doubles(int length) {
        return doubles.computeIfAbsent(length, double[]::new);
    }

    /** An array of that length, which whoever asked last is done with. */
    float[] floats(int length) {
        return floats.computeIfAbsent(length, float[]::new);
    }
}
