package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.initbench.report.PageData.Line;
import org.initbench.result.CurvePoint;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.stats.Curve;
import org.jspecify.annotations.Nullable;

/** Learning curves of repetitions put together, thinned to what a screen can show. */
final class CurveData {

    /** Diverged trials of one initializer that are drawn. */
    static final int MOST_LOST = 3;

    private static final int MOST_LOST_POINTS = 100;

    private CurveData() {}

    /** At most so many points of it; null where nothing was measured. */
    static PageData.@Nullable Curve of(List<TrialResult> trials, Metric metric, int most) {
        List<Line> lost = new ArrayList<>();
        trials.stream()
                .filter(trial -> trial.outcome() instanceof Outcome.Diverged)
                .limit(MOST_LOST)
                .forEach(trial -> line(trial, metric, lost, most));
        Curve curve = new Curve(
                trials.stream()
                        .filter(trial -> trial.outcome() instanceof Outcome.Completed)
                        .toList(),
                point -> metric.of(point.train(), point.test()));
        int[] iterations = curve.iterations();
        if (iterations.length == 0 && lost.isEmpty()) {
            return null;
        }
        List<Integer> shown =
                thinned(IntStream.range(0, iterations.length).boxed().toList(), most);
        return new PageData.Curve(
                shown.stream().map(at -> iterations[at]).toList(),
                at(shown, curve.means()),
                at(shown, curve.lowest()),
                at(shown, curve.highest()),
                lost);
    }

    private static List<Double> at(List<Integer> places, double[] values) {
        return places.stream().map(place -> values[place]).toList();
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
