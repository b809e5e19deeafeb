package org.initbench.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.initbench.result.CurvePoint;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** Learning curves put together: at each iteration, the values of all repetitions. */
final class Curve {

    private final TreeMap<Integer, List<Double>> values = new TreeMap<>();

    /** The curve of these trials, where they were measured. */
    Curve(List<TrialResult> trials, Function<CurvePoint, @Nullable Double> value) {
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

    double[] iterations() {
        return values.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
    }

    double[] means() {
        return each(
                list -> Means.of(list.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    double[] lowest() {
        return each(list -> list.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN));
    }

    double[] highest() {
        return each(list -> list.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN));
    }

    private double[] each(ToDoubleFunction<List<Double>> statistic) {
        return values.values().stream().mapToDouble(statistic).toArray();
    }
}
