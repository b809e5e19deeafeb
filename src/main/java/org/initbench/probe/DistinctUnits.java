package org.initbench.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.initbench.probe.Sample.Part;

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
        Part part = weights.parts().get(0);
        double allowed = tolerance * Math.max(Math.abs(weights.min()), Math.abs(weights.max()));
        NavigableMap<Double, List<Integer>> representatives = new TreeMap<>();
        int distinct = 0;
        for (int start = 0; start < part.units() * part.run(); start += part.run()) {
            double first = part.values().get(start);
            if (!matchesAny(part, within(representatives, first, allowed), start, allowed)) {
                representatives
                        .computeIfAbsent(first, value -> new ArrayList<>())
                        .add(start);
                distinct++;
            }
        }
        return (double) distinct / part.units();
    }

    /** Those whose first weight is that near; all, where that cannot be said. */
    private static Collection<List<Integer>> within(
            NavigableMap<Double, List<Integer>> representatives, double first, double allowed) {
        double low = Math.nextDown(first - allowed);
        double high = Math.nextUp(first + allowed);
        return low <= high ? representatives.subMap(low, true, high, true).values() : representatives.values();
    }

    private static boolean matchesAny(Part part, Collection<List<Integer>> candidates, int start, double allowed) {
        for (List<Integer> representatives : candidates) {
            for (int representative : representatives) {
                if (matches(part, representative, start, allowed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean matches(Part part, int representative, int start, double allowed) {
        Values values = part.values();
        for (int i = 0; i < part.run(); i++) {
            boolean isEqual = Math.abs(values.get(representative + i) - values.get(start + i)) <= allowed;
            if (!isEqual) {
                return false;
            }
        }
        return true;
    }
}
