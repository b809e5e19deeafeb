package org.initbench.plot;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.CurvePoint;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.initbench.stats.Curve;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** A metric over the iterations, for every initializer; a panel for each variant and learning rate. */
final class LearningCurves {

    /** With more, bands hide each other. */
    private static final int MOST_BANDS = 8;

    private static final int MOST_MARKERS = 40;
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
                run.title() + ": learning curves, " + Names.of(metric),
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
        double[] all = values(slice.trials());
        if (all.length == 0) {
            List<String> why = slice.allEndings();
            return Panel.empty(slice.title(), why.isEmpty() ? "no finite value was measured" : String.join("; ", why));
        }
        NumberAxis x = Axes.linear("iteration", iterations(new Curve(slice.trials(), this::value)));
        XYPlot plot = Axes.markers(Slice.all(run).size() > 1 ? Axes.sparse(x) : x, range());
        for (String init : slice.initializers()) {
            Curve curve = new Curve(completed(slice.of(init)), this::value);
            if (bands) {
                Series.band(plot, iterations(curve), curve.lowest(), curve.highest(), palette.color(init));
            }
        }
        for (String init : slice.initializers()) {
            draw(plot, init, slice.of(init));
        }
        return Panel.of(slice.title(), slice.allEndings(), plot);
    }

    private static double[] iterations(Curve curve) {
        return Arrays.stream(curve.iterations()).asDoubleStream().toArray();
    }

    /** One for all panels, so that they can be compared. */
    private ValueAxis range() {
        return Axes.metric(metric, values(run.trials()));
    }

    private double[] values(List<TrialResult> trials) {
        return trials.stream()
                .flatMap(trial -> trial.curve().stream())
                .mapToDouble(this::valueOrNaN)
                .filter(Double::isFinite)
                .toArray();
    }

    private static List<TrialResult> completed(List<TrialResult> trials) {
        return trials.stream()
                .filter(trial -> trial.outcome() instanceof Outcome.Completed)
                .toList();
    }

    private void draw(XYPlot plot, String init, List<TrialResult> trials) {
        trials.stream()
                .filter(trial -> !(trial.outcome() instanceof Outcome.Completed))
                .forEach(trial -> drawLost(plot, init, trial));
        Curve curve = new Curve(completed(trials), this::value);
        double[] means = curve.means();
        Shape marker = means.length <= MOST_MARKERS ? palette.marker(init) : null;
        Series.line(plot, iterations(curve), means, palette.color(init), palette.stroke(init), marker);
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
