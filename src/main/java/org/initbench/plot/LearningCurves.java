package org.initbench.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.CurvePoint;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** A metric over the iterations, for every initializer; a panel for each variant and learning rate. */
final class LearningCurves {

    /** With more, bands hide each other. */
    private static final int MOST_BANDS = 8;

    private static final int MOST_PANELS_IN_A_ROW = 3;

    private final RunResults run;
    private final Palette palette;
    private final Metric metric;
    private final boolean bands;

    private LearningCurves(RunResults run, Palette palette, Metric metric) {
        this.run = run;
        this.palette = palette;
        this.metric = metric;
        this.bands = run.initializers().size() <= MOST_BANDS;
    }

    /** A sheet for each metric that some learning curve has. */
    static List<Sheet> sheets(RunResults run, Palette palette) {
        List<Metric> metrics = new ArrayList<>(List.of(Metric.TRAIN_LOSS, Metric.TEST_LOSS, Metric.TEST_ACCURACY));
        if (run.metric() == Metric.TRAIN_ACCURACY) {
            metrics.add(run.metric());
        }
        return metrics.stream()
                .map(metric -> new LearningCurves(run, palette, metric))
                .filter(LearningCurves::hasValues)
                .map(LearningCurves::sheet)
                .toList();
    }

    private boolean hasValues() {
        return run.trials().stream().anyMatch(trial -> trial.curve().stream().anyMatch(point -> value(point) != null));
    }

    private Sheet sheet() {
        List<Slice> slices = Slice.all(run);
        int columns = Math.min(MOST_PANELS_IN_A_ROW, slices.size());
        String band = bands ? "band: from the worst to the best repetition; " : "";
        return new Sheet(
                "learning-curves-" + metric.column() + ".png",
                run.title() + ": " + Names.of(metric) + " over training",
                "Line: mean of the repetitions that completed; " + band
                        + "thin lines that end in × are trials that diverged, each on its own. "
                        + (metric == Metric.TRAIN_LOSS
                                ? "Losses are those of single minibatches, the last point is the whole training set."
                                : "Measured where the study asked for it."),
                columns,
                columns == 1 ? 860 : 560,
                List.of(new Section("", null, slices.stream().map(this::panel).toList())),
                LegendItem.of(run.initializers(), palette));
    }

    private Panel panel(Slice slice) {
        double[] all = slice.trials().stream()
                .flatMap(trial -> trial.curve().stream())
                .mapToDouble(this::valueOrNaN)
                .filter(Double::isFinite)
                .toArray();
        if (all.length == 0) {
            List<String> why = slice.allEndings();
            return Panel.empty(slice.title(), why.isEmpty() ? "no finite value was measured" : String.join("; ", why));
        }
        double[] iterations = slice.trials().stream()
                .flatMap(trial -> trial.curve().stream())
                .mapToDouble(CurvePoint::iteration)
                .toArray();
        String name = Names.of(metric);
        ValueAxis y = !metric.isAccuracy() && Axes.needsLog(all) ? Axes.log(name, all) : Axes.linear(name, all);
        XYPlot plot = Axes.plot(Axes.linear("iteration", iterations), y);
        for (String init : slice.initializers()) {
            draw(plot, init, slice.of(init));
        }
        return Panel.of(slice.title(), slice.allEndings(), plot);
    }

    private void draw(XYPlot plot, String init, List<TrialResult> trials) {
        TreeMap<Integer, List<Double>> values = new TreeMap<>();
        for (TrialResult trial : trials) {
            if (trial.outcome() instanceof Outcome.Completed) {
                trial.curve().stream().filter(point -> value(point) != null).forEach(point -> values.computeIfAbsent(
                                point.iteration(), key -> new ArrayList<>())
                        .add(valueOrNaN(point)));
            } else {
                drawLost(plot, init, trial);
            }
        }
        double[] x = values.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        double[][] columns = values.values().stream()
                .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        if (bands && trials.size() > 1) {
            double[] low = Arrays.stream(columns)
                    .mapToDouble(each -> Arrays.stream(each).min().orElse(Double.NaN))
                    .toArray();
            double[] high = Arrays.stream(columns)
                    .mapToDouble(each -> Arrays.stream(each).max().orElse(Double.NaN))
                    .toArray();
            Series.band(plot, x, low, high, palette.color(init));
        }
        double[] mean = Arrays.stream(columns).mapToDouble(Means::of).toArray();
        boolean few = x.length <= 40;
        Series.line(plot, x, mean, palette.color(init), palette.stroke(init), few ? palette.marker(init) : null);
    }

    private void drawLost(XYPlot plot, String init, TrialResult trial) {
        List<CurvePoint> finite = trial.curve().stream()
                .filter(point -> Double.isFinite(valueOrNaN(point)))
                .toList();
        if (finite.isEmpty()) {
            return;
        }
        double[] x = finite.stream().mapToDouble(CurvePoint::iteration).toArray();
        double[] y = finite.stream().mapToDouble(this::valueOrNaN).toArray();
        int last = x.length - 1;
        Series.line(plot, x, y, palette.color(init), Palette.solid(1.5f), null);
        Series.points(
                plot, new double[] {x[last]}, new double[] {y[last]}, palette.color(init), Palette.cross(), false);
    }

    private @Nullable Double value(CurvePoint point) {
        return metric.of(point.train(), point.test());
    }

    private double valueOrNaN(CurvePoint point) {
        Double value = value(point);
        return value == null ? Double.NaN : value;
    }
}
