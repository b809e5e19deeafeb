package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.initbench.report.PageData.Curve;
import org.initbench.report.PageData.Line;
import org.initbench.result.CurvePoint;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** Learning curves of repetitions put together, thinned to what a screen can show. */
final class CurveData {

    /** Diverged trials of one initializer that are drawn. */
    static final int MOST_LOST = 3;

    private static final int MOST_LOST_POINTS = 100;

    private CurveData() {}

    /** At most so many points of it; null where nothing was measured. */
    static @Nullable Curve of(List<TrialResult> trials, Metric metric, int most) {
        TreeMap<Integer, List<Double>> values = new TreeMap<>();
        List<Line> lost = new ArrayList<>();
        for (TrialResult trial : trials) {
            if (trial.outcome() instanceof Outcome.Completed) {
                points(trial, metric)
                        .forEach((iteration, value) -> values.computeIfAbsent(iteration, key -> new ArrayList<>())
                                .add(value));
            } else if (trial.outcome() instanceof Outcome.Diverged && lost.size() < MOST_LOST) {
                line(trial, metric, lost, most);
            }
        }
        if (values.isEmpty() && lost.isEmpty()) {
            return null;
        }
        List<Integer> x = thinned(List.copyOf(values.keySet()), most);
        return new Curve(
                x,
                each(x, values, list -> list.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(Double.NaN)),
                each(x, values, list -> list.stream()
                        .mapToDouble(Double::doubleValue)
                        .min()
                        .orElse(Double.NaN)),
                each(x, values, list -> list.stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(Double.NaN)),
                lost);
    }

    private static void line(TrialResult trial, Metric metric, List<Line> lost, int most) {
        Map<Integer, Double> points = points(trial, metric);
        points.values().removeIf(value -> !Double.isFinite(value));
        if (!points.isEmpty()) {
            List<Integer> x = thinned(List.copyOf(points.keySet()), Math.min(most, MOST_LOST_POINTS));
            lost.add(new Line(
                    x,
                    x.stream()
                            .map(iteration -> points.getOrDefault(iteration, Double.NaN))
                            .toList()));
        }
    }

    private static Map<Integer, Double> points(TrialResult trial, Metric metric) {
        TreeMap<Integer, Double> points = new TreeMap<>();
        for (CurvePoint point : trial.curve()) {
            Double value = metric.of(point.train(), point.test());
            if (value != null) {
                points.put(point.iteration(), value);
            }
        }
        return points;
    }

    private static List<Double> each(
            List<Integer> x, Map<Integer, List<Double>> values, ToDoubleFunction<List<Double>> statistic) {
        return x.stream()
                .map(iteration -> statistic.applyAsDouble(values.getOrDefault(iteration, List.of())))
                .toList();
    }

    /** Evenly chosen, with the first and the last. */
    static List<Integer> thinned(List<Integer> items, int most) {
        if (items.size() <= most) {
            return items;
        }
        return IntStream.range(0, most)
                .mapToObj(i -> items.get((int) Math.round((double) i * (items.size() - 1) / (most - 1))))
                .toList();
    }
}
