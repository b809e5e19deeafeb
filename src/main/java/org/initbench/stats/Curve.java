package org.initbench.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.initbench.result.CurvePoint;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** Learning curves put together: at each iteration, the values of all repetitions. */
public final class Curve {

    private final TreeMap<Integer, List<Double>> values = new TreeMap<>();

    /** The curve of these trials, where they were measured. */
    public Curve(List<TrialResult> trials, Function<CurvePoint, @Nullable Double> value) {
        for (TrialResult trial : trials) {
            for (CurvePoint point : trial.curve()) {
                Double measured = value.apply(point);
                if (measured != null) {
                    values.computeIfAbsent(point.iteration(), key -> new ArrayList<>())
                            .add(measured);
                }
            }
        }
    }

    /** At which iterations, in order. */
    public int[] iterations() {
        return values.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The means over repetitions. */
    public double[] means() {
        return each(
                list -> list.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
    }

    /** The smallest values. */
    public double[] lowest() {
        return each(list -> list.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN));
    }

    /** The largest values. */
    public double[] highest() {
        return each(list -> list.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN));
    }

    private double[] each(ToDoubleFunction<List<Double>> statistic) {
        return values.values().stream().mapToDouble(statistic).toArray();
    }
}
