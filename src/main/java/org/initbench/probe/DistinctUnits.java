package org.initbench.probe;

import java.util.ArrayList;
import java.util.List;

/** Counts units whose incoming weights differ: 1/units while the symmetry of equal weights holds, 1 when it is broken. */
final class DistinctUnits {

    private DistinctUnits() {}

    /**
     * Distinct incoming weight vectors per unit.
     *
     * @param weights one part, unit by unit
     * @param tolerance two vectors are equal when all entries agree to this fraction of the largest weight
     */
    static double fraction(Sample weights, double tolerance) {
        double[] values = weights.parts().get(0);
        int inputs = values.length / weights.units();
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        List<Integer> representatives = new ArrayList<>();
        for (int unit = 0; unit < weights.units(); unit++) {
            if (!matchesAny(values, representatives, unit * inputs, inputs, tolerance * largest)) {
                representatives.add(unit * inputs);
            }
        }
        return (double) representatives.size() / weights.units();
    }

    private static boolean matchesAny(
            double[] values, List<Integer> representatives, int start, int inputs, double allowed) {
        for (int representative : representatives) {
            int i = 0;
            while (i < inputs && Math.abs(values[representative + i] - values[start + i]) <= allowed) {
                i++;
            }
            if (i == inputs) {
                return true;
            }
        }
        return false;
    }
}
