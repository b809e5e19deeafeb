package org.initbench.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.initbench.probe.Sample.Part;
import org.initbench.result.LayerRow.Statistics;

/** Counts units whose incoming weights differ: 1/units while the symmetry of equal weights holds, 1 when it is broken. */
final class DistinctUnits {

    /** Weights of a unit by which most are told from others. */
    private static final int FIRST_FEW = 8;

    private final Part part;
    private final double allowed;
    private final double[] one = new double[Values.PIECE];
    private final double[] other = new double[Values.PIECE];

    private DistinctUnits(Part part, double allowed) {
        this.part = part;
        this.allowed = allowed;
    }

    /**
     * Distinct incoming weight vectors per unit.
     *
     * @param weights one part, unit by unit
     * @param statistics of all weights
     * @param tolerance two vectors are equal when all entries agree to this fraction of the largest weight
     */
    static double fraction(Sample weights, Statistics statistics, double tolerance) {
        double largest = Math.max(Math.abs(statistics.min()), Math.abs(statistics.max()));
        Part part = weights.parts().get(0);
        return (double) new DistinctUnits(part, tolerance * largest).count() / part.units();
    }

    private int count() {
        NavigableMap<Double, List<Integer>> representatives = new TreeMap<>();
        int distinct = 0;
        for (int start = 0; start < part.units() * part.run(); start += part.run()) {
            read(start, 1, one);
            double first = one[0];
            if (!matchesAny(within(representatives, first), start)) {
                representatives
                        .computeIfAbsent(first, value -> new ArrayList<>())
                        .add(start);
                distinct++;
            }
        }
        return distinct;
    }

    /** Those whose first weight is that near; all, where that cannot be said. */
    private Collection<List<Integer>> within(NavigableMap<Double, List<Integer>> representatives, double first) {
        double low = Math.nextDown(first - allowed);
        double high = Math.nextUp(first + allowed);
        return low <= high ? representatives.subMap(low, true, high, true).values() : representatives.values();
    }

    private boolean matchesAny(Collection<List<Integer>> candidates, int start) {
        for (List<Integer> representatives : candidates) {
            for (int representative : representatives) {
                if (matches(representative, start)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean matches(int representative, int start) {
        int some = Math.min(FIRST_FEW, part.run());
        for (int from = 0; from < part.run(); from += some) {
            some = Math.min(from == 0 ? some : Values.PIECE, part.run() - from);
            read(representative + from, some, one);
            read(start + from, some, other);
            for (int i = 0; i < some; i++) {
                boolean isEqual = Math.abs(one[i] - other[i]) <= allowed;
                if (!isEqual) {
                    return false;
                }
            }
        }
        return true;
    }

    private void read(int from, int count, double[] block) {
        part.values().load(from, from + count);
        part.values().read(block);
    }
}
